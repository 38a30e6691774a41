import { describe, expect, it } from 'vitest';
import { identityLevelOf } from '../../../../domain/cases/identity-of-case.ts';
import { changeAddress, confirmAddress } from '../../../../domain/cases/use-cases/requester/change-address.ts';
import { TokenNotUsableError } from '../../../../domain/errors.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const change = (desk: RuleDesk, caseNumber: string, email = 'nieuw@example.org') =>
  changeAddress(desk.dependencies, desk.caseOf(caseNumber), email);
async function confirmNew(desk: RuleDesk, caseNumber: string) {
  await desk.settle();
  const order = desk.mailsOf('confirm_contact').at(-1)?.order;
  if (order?.template !== 'confirm_contact') throw new Error('no mail');
  const secret = await desk.link({ action: 'confirm_contact', caseNumber, textId: order.textId });
  await confirmAddress(desk.dependencies, secret);
  await desk.settle();
  return secret;
}
const accessCase = async () => {
  const desk = createRuleDesk();
  return { desk, caseNumber: await desk.receiveConfirmed(['access']) };
};

describe('a new address', () => {
  it('counts only once it is confirmed by its link, and the old one is told', async () => {
    const { desk, caseNumber } = await accessCase();
    await change(desk, caseNumber);
    await desk.settle();
    expect(desk.mailsOf('confirm_contact').map(({ to }) => to)).toEqual(['nieuw@example.org']);
    expect(desk.mailsOf('contact_changed')).toHaveLength(0);
    expect(desk.stores.desk.contents.find(caseNumber)?.requester.email).toBe('jan@example.org');
    const secret = await confirmNew(desk, caseNumber);
    expect(desk.stores.desk.contents.find(caseNumber)?.requester.email).toBe('nieuw@example.org');
    expect(desk.mailsOf('contact_changed').map(({ to }) => to)).toEqual(['jan@example.org']);
    expect(await confirmAddress(desk.dependencies, secret)).toEqual({ before: desk.clock.now() });
    await desk.act(STAFF.handler, caseNumber, { action: 'message', text: 'Dag.' });
    await desk.settle();
    expect(desk.mailsOf('contact_changed')).toHaveLength(1);
    expect(desk.mailsOf('message').map(({ to }) => to)).toEqual(['nieuw@example.org']);
  });

  it('is another than the present one, three a day', async () => {
    const { desk, caseNumber } = await accessCase();
    expect(await ruleOf(change(desk, caseNumber, ' JAN@example.org'))).toBe('case_not_possible');
    for (let n = 0; n < 3; n += 1) expect(await ruleOf(change(desk, caseNumber, `nieuw${n}@example.org`))).toBeNull();
    expect(await ruleOf(change(desk, caseNumber))).toBe('case_not_possible');
  });

  it('takes away what was known by way of the old one, and nothing else', async () => {
    for (const [method, left] of [
      ['address_on_file_unchanged', 'L1'],
      ['call_to_number_on_file', 'L2'],
    ] as const) {
      const { desk, caseNumber } = await accessCase();
      await desk.act(STAFF.handler, caseNumber, { action: 'record_identity', method });
      expect(identityLevelOf(desk.caseOf(caseNumber))).toBe('L2');
      await change(desk, caseNumber);
      await confirmNew(desk, caseNumber);
      expect([method, identityLevelOf(desk.caseOf(caseNumber))]).toEqual([method, left]);
    }
  });

  it('keeps a grant that waits from going to whoever has the new address', async () => {
    const { desk, caseNumber } = await accessCase();
    await desk.act(STAFF.handler, caseNumber, { action: 'record_identity', method: 'address_on_file_unchanged' });
    await desk.decide(STAFF.handler, caseNumber, '1', { personalData: true });
    await change(desk, caseNumber);
    await confirmNew(desk, caseNumber);
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('identity_needed');
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });

  it('is not followed by a code to the address of the request, which shows nothing still', async () => {
    const { desk, caseNumber } = await accessCase();
    await change(desk, caseNumber);
    await confirmNew(desk, caseNumber);
    await desk.act(STAFF.handler, caseNumber, {
      action: 'ask_identity',
      doubt: 'address_changed_lately',
      level: 'L2',
      text: '',
    });
    const code = (address: string) =>
      ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'send_identity_code', address }));
    expect(await code('nieuw@example.org')).toBe('identity_address_from_request');
    expect(await code('jan@example.org')).toBe('identity_address_from_request');
  });
});

describe('a new address of a request nobody confirmed', () => {
  it('confirms the request with it, since an address of the person is proven', async () => {
    const desk = createRuleDesk();
    const { caseNumber } = await desk.receive(['question']);
    await change(desk, caseNumber);
    await confirmNew(desk, caseNumber);
    const opened = desk.openCase(caseNumber);
    expect([opened.openedBy, opened.addressConfirmedAt]).toEqual([{ kind: 'requester' }, opened.openedAt]);
    expect(opened.clockRun).toBe(1);
    expect(desk.mailsOf('acknowledgement').map(({ to }) => to)).toEqual(['nieuw@example.org']);
    expect(desk.mailsOf('staff_new_case')).not.toHaveLength(0);
  });

  it('cannot be confirmed any more once the request was put aside', async () => {
    const desk = createRuleDesk();
    const { caseNumber } = await desk.receive(['question']);
    await change(desk, caseNumber);
    await desk.settle();
    await desk.act(STAFF.handler, caseNumber, { action: 'dismiss', ground: 'test' });
    await expect(confirmNew(desk, caseNumber)).rejects.toThrow(TokenNotUsableError);
  });
});
