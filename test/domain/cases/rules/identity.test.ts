import { describe, expect, it } from 'vitest';
import { identityMethodSchema, type IdentityLevel, type IdentityMethod } from '../../../../domain/cases/identity.ts';
import { identityLevelOf } from '../../../../domain/cases/identity-of-case.ts';
import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../../../domain/cases/request-types.ts';
import { enterIdentityCode } from '../../../../domain/cases/use-cases/requester/enter-identity-code.ts';
import { writeToDesk } from '../../../../domain/cases/use-cases/requester/write-to-desk.ts';
import { instantText, parseInstant } from '../../../../domain/instants.ts';
import { createTestKeys } from '../../../support/desk/test-keys.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

function ask(desk: RuleDesk, caseNumber: string, level: IdentityLevel = 'L2', by: string = STAFF.handler) {
  return desk.act(by, caseNumber, { action: 'ask_identity', doubt: 'address_not_on_file', level, text: '' });
}
function record(desk: RuleDesk, caseNumber: string, method: IdentityMethod, by: string = STAFF.handler) {
  return desk.act(by, caseNumber, { action: 'record_identity', method });
}
const sendCode = (desk: RuleDesk, caseNumber: string, address: string) =>
  desk.act(STAFF.handler, caseNumber, { action: 'send_identity_code', address });
const typeCode = (desk: RuleDesk, caseNumber: string, code: string) =>
  enterIdentityCode(desk.dependencies, desk.caseOf(caseNumber), code);
function codeSent(desk: RuleDesk): string {
  const model = desk.mailsOf('identity_code').at(-1)?.model;
  return model?.template === 'identity_code' ? model.code : '';
}
async function accessCase(received?: string) {
  const desk = createRuleDesk(received);
  return { desk, caseNumber: await desk.receiveConfirmed(['access']) };
}

/** Method, level it reaches, who may record it. */
const METHODS: Readonly<Record<IdentityMethod, readonly [IdentityLevel, readonly (keyof typeof STAFF)[]]>> = {
  address_on_file_unchanged: ['L2', ['handler', 'deputy', 'teamLead', 'officer', 'director']],
  code_to_address_on_file: ['L2', []],
  letter_to_address_on_file: ['L2', ['handler', 'deputy', 'teamLead', 'officer', 'director']],
  call_to_number_on_file: ['L2', ['handler', 'deputy', 'teamLead', 'officer', 'director']],
  account_login: ['L2', ['handler', 'deputy', 'teamLead', 'officer', 'director']],
  contact_confirmed_by_call: ['L1', ['handler', 'deputy', 'teamLead', 'officer', 'director']],
  officer_checked: ['L3', ['officer', 'director']],
};

describe('how somebody is recognised', () => {
  it.each(identityMethodSchema.options)('%s reaches its level when the right people record it', async (method) => {
    const [level, may] = METHODS[method];
    for (const who of ['handler', 'deputy', 'teamLead', 'officer', 'director'] as const) {
      const { desk, caseNumber } = await accessCase();
      const rule = await ruleOf(record(desk, caseNumber, method, STAFF[who]));
      expect([who, rule]).toEqual([who, may.includes(who) ? null : 'identity_method_not_yours']);
      if (rule !== null) continue;
      const { identity } = desk.openCase(caseNumber);
      expect(identity).toEqual({
        level,
        method,
        by: { kind: 'staff', staffId: STAFF[who] },
        at: '2026-06-09T12:03:00.000Z',
      });
    }
  });

  it('is never the confirmed address when nobody confirmed it', async () => {
    const desk = createRuleDesk();
    const { caseNumber } = await desk.receive(['access']);
    await desk.act(STAFF.handler, caseNumber, { action: 'accept' });
    expect(await ruleOf(record(desk, caseNumber, 'address_on_file_unchanged'))).toBe('identity_address_not_confirmed');
    expect(identityLevelOf(desk.caseOf(caseNumber))).toBe('L0');
  });

  it('never falls by recording a weaker way', async () => {
    const { desk, caseNumber } = await accessCase();
    await record(desk, caseNumber, 'officer_checked', STAFF.officer);
    await record(desk, caseNumber, 'contact_confirmed_by_call');
    expect(identityLevelOf(desk.caseOf(caseNumber))).toBe('L3');
  });
});

describe('a grant', () => {
  it.each(requestTypeSchema.options.filter((type) => REQUEST_TYPE_RULES[type].outcomes.includes('granted')))(
    'of %s needs the level of its type',
    async (type) => {
      const level = REQUEST_TYPE_RULES[type].identityLevel;
      const attempts = [
        ['L0', false],
        ['L1', true],
      ] as const;
      for (const [has, isConfirmed] of attempts) {
        const desk = createRuleDesk();
        const { caseNumber } = isConfirmed
          ? { caseNumber: await desk.receiveConfirmed([type, 'question']) }
          : await desk.receive([type, 'question']);
        if (!isConfirmed) await desk.act(STAFF.handler, caseNumber, { action: 'accept' });
        expect([has, await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))]).toEqual([
          has,
          has < level ? 'identity_needed' : null,
        ]);
      }
    },
  );

  it.each(requestTypeSchema.options)('that releases personal data needs L2, whatever was asked: %s', async (type) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed([type, 'question']);
    const outcome = REQUEST_TYPE_RULES[type].isRight ? 'granted' : 'answered';
    const release = { outcome, personalData: true } as const;
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', release))).toBe('identity_needed');
    await desk.identify(caseNumber);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', release))).toBeNull();
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });
});

describe('asking who somebody is', () => {
  it('never asks for what is known, nor more than the request needs, except for the officer', async () => {
    const { desk, caseNumber } = await accessCase();
    expect(await ruleOf(ask(desk, caseNumber, 'L1'))).toBe('identity_enough');
    expect(await ruleOf(ask(desk, caseNumber, 'L3'))).toBe('identity_more_than_needed');
    expect(await ruleOf(ask(desk, caseNumber, 'L3', STAFF.officer))).toBeNull();
    expect(await ruleOf(ask(desk, caseNumber))).toBe('already_waiting');
  });

  it.each(['question', 'complaint', 'marketing_objection', 'consent_withdrawal', 'objection', 'restriction'] as const)(
    'never asks a %s for an address on file',
    async (type) => {
      const desk = createRuleDesk();
      const caseNumber = await desk.receiveConfirmed([type]);
      expect(await ruleOf(ask(desk, caseNumber))).toBe('identity_more_than_needed');
    },
  );

  it('reminds once before half time and once a week before the promise, tells staff, and never pauses', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    await desk.runTo('2026-07-08T12:00:00Z');
    expect(desk.mailsOf('inquiry').map(({ at }) => at.toString())).toEqual([
      '2026-06-09T12:03:00Z',
      '2026-06-22T07:00:00Z', // day 13 of 28
      '2026-06-30T07:00:00Z', // 7 July less a week
    ]);
    expect(desk.toldOf('inquiry_unanswered')).toContain(STAFF.officer);
    const unanswered = desk.openCase(caseNumber).steps.find(({ step }) => step === 'inquiry_1_unanswered');
    expect((unanswered?.at ?? '') < '2026-07-07').toBe(true);
    expect(desk.openCase(caseNumber).steps).toContainEqual(
      expect.objectContaining({ step: 'promise_missed', at: '2026-07-08T07:00:00.000Z' }),
    );
  });

  it.each([
    ['2026-06-21T06:59:59Z', 3],
    ['2026-06-21T07:00:01Z', 2],
    ['2026-06-29T06:59:59Z', 2],
    ['2026-06-29T07:00:01Z', 1],
    ['2026-07-06T09:00:00Z', 1],
  ] as const)('asked at %s it is heard of %i times in all', async (asked, times) => {
    const { desk, caseNumber } = await accessCase();
    await desk.runTo(asked);
    await ask(desk, caseNumber);
    await desk.runTo('2026-07-15T12:00:00Z');
    expect(desk.mailsOf('inquiry')).toHaveLength(times);
  });

  it('after an extension reminds a week before the new date, and tells staff in time for a letter', async () => {
    const { desk, caseNumber } = await accessCase();
    const until = '2026-09-09';
    await desk.act(STAFF.handler, caseNumber, { action: 'extend', ground: 'complexity', facts: 'Archief.', until });
    await desk.approve(STAFF.officer, caseNumber);
    await desk.runTo('2026-07-20T10:00:00Z');
    await ask(desk, caseNumber);
    await desk.runTo('2026-09-09T12:00:00Z');
    expect(desk.mailsOf('inquiry').map(({ at }) => at.toString())).toEqual([
      '2026-07-20T10:00:00Z',
      '2026-09-02T07:00:00Z',
    ]);
    expect(desk.toldOf('inquiry_unanswered')).toContain(STAFF.officer);
  });

  it('is over once somebody is recognised: no reminder follows', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    await desk.settle();
    await desk.identify(caseNumber);
    await desk.runTo('2026-07-06T12:00:00Z');
    expect(desk.mailsOf('inquiry')).toHaveLength(1);
    expect(desk.toldOf('inquiry_unanswered')).toEqual([]);
  });

  it('is not answered by a weaker way, nor by writing something', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    await record(desk, caseNumber, 'contact_confirmed_by_call');
    await writeToDesk(desk.dependencies, desk.caseOf(caseNumber), 'Ik ben het echt.');
    expect(desk.openCase(caseNumber).inquiries[0]?.answeredAt).toBeNull();
  });
});

describe('the refusal of somebody who cannot be identified', () => {
  const notIdentified = {
    outcome: 'refused',
    ground: 'gdpr_11_2_not_identifiable',
    scope: 'Alles.',
    facts: 'Geen antwoord.',
  } as const;

  it('is possible only while a question of who it is has stood unanswered for a week', async () => {
    const { desk, caseNumber } = await accessCase();
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', notIdentified))).toBe('identity_not_asked');
    await desk.act(STAFF.handler, caseNumber, { action: 'ask_clarification', text: 'Wat zoekt u?' });
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', notIdentified))).toBe('identity_not_asked');
    await ask(desk, caseNumber);
    const askedAt = parseInstant(desk.openCase(caseNumber).inquiries[1]?.askedAt ?? '');
    await desk.runTo(instantText(askedAt.add({ hours: 7 * 24 - 1 })));
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', notIdentified))).toBe('identity_not_asked');
    await desk.runTo(instantText(askedAt.add({ hours: 7 * 24 })));
    await desk.decide(STAFF.handler, caseNumber, '1', notIdentified);
    // Answered before the second person looked.
    await desk.identify(caseNumber);
    expect(await ruleOf(desk.approve(STAFF.officer, caseNumber))).toBe('identity_not_asked');
  });
});

describe('a code', () => {
  it('goes only to an address that is not that of the request, however it is written', async () => {
    const { desk, caseNumber } = await accessCase();
    expect(await ruleOf(sendCode(desk, caseNumber, 'oud@example.org'))).toBe('identity_not_asked');
    await ask(desk, caseNumber);
    for (const address of ['jan@example.org', ' JAN@Example.ORG ']) {
      expect(await ruleOf(sendCode(desk, caseNumber, address))).toBe('identity_address_from_request');
    }
    expect(await ruleOf(sendCode(desk, caseNumber, 'oud@example.org'))).toBeNull();
    await desk.settle();
    expect(desk.mailsOf('identity_code').map(({ to }) => to)).toEqual(['oud@example.org']);
  });

  it('does not go to the address of the request after the keys were changed either', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    desk.world.keys = createTestKeys(['k1', 'k2']);
    expect(await ruleOf(sendCode(desk, caseNumber, 'jan@example.org'))).toBe('identity_address_from_request');
  });

  it('typed right reaches L2, answers the question and makes the desk forget the address', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    await sendCode(desk, caseNumber, 'oud@example.org');
    await desk.settle();
    await typeCode(desk, caseNumber, codeSent(desk).toLowerCase());
    expect(desk.openCase(caseNumber)).toMatchObject({
      identity: { level: 'L2', method: 'code_to_address_on_file', by: { kind: 'requester' } },
      inquiries: [{ answeredAt: '2026-06-09T12:03:00.000Z' }],
    });
    expect(JSON.stringify(desk.stores.desk.texts.list())).not.toContain('oud@example.org');
    await desk.settle();
    expect(desk.toldOf('identity_reached').length).toBeGreaterThan(0);
  });

  it('has five tries a day, after which the right one does not help any more', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    await sendCode(desk, caseNumber, 'oud@example.org');
    await desk.settle();
    for (let n = 0; n < 5; n += 1)
      expect(await ruleOf(typeCode(desk, caseNumber, '0000-0000'))).toBe('identity_code_wrong');
    expect(await ruleOf(typeCode(desk, caseNumber, codeSent(desk)))).toBe('identity_code_wrong');
    expect(identityLevelOf(desk.caseOf(caseNumber))).toBe('L1');
    await desk.runTo('2026-06-10T22:00:00Z');
    expect(await ruleOf(typeCode(desk, caseNumber, codeSent(desk)))).toBeNull();
  });

  it('replaces the code before it, and there is none before one was sent', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber);
    expect(await ruleOf(typeCode(desk, caseNumber, '0000-0000'))).toBe('case_not_possible');
    await sendCode(desk, caseNumber, 'oud@example.org');
    await desk.settle();
    const first = codeSent(desk);
    desk.clock.advance({ hours: 1 });
    await sendCode(desk, caseNumber, 'ouder@example.org');
    await desk.settle();
    expect(await ruleOf(typeCode(desk, caseNumber, first))).toBe('identity_code_wrong');
    expect(await ruleOf(typeCode(desk, caseNumber, codeSent(desk)))).toBeNull();
  });
});

describe('a code that shows less than was asked', () => {
  it('leaves the question for the extra step open, and does not say it was answered', async () => {
    const { desk, caseNumber } = await accessCase();
    await ask(desk, caseNumber, 'L3', STAFF.officer);
    await sendCode(desk, caseNumber, 'oud@example.org');
    await desk.settle();
    await typeCode(desk, caseNumber, codeSent(desk));
    expect(identityLevelOf(desk.caseOf(caseNumber))).toBe('L2');
    expect(desk.openCase(caseNumber).inquiries[0]?.answeredAt).toBeNull();
    expect(desk.eventsOf(caseNumber).map(({ type }) => type)).not.toContain('inquiry_answered');
  });
});
