import { describe, expect, it } from 'vitest';
import { CITIZEN_NUMBER_MASK as MASK } from '../../../domain/cases/mask-citizen-number.ts';
import { maskContent } from '../../../domain/cases/mask-content.ts';
import { type SubmitCommand, submitRequest } from '../../../domain/cases/use-cases/submit-request.ts';
import { holidayCalendarOf } from '../../../domain/deadlines/holiday-rules.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createMemoryStores } from '../../support/desk/memory-stores.ts';
import { createTestBytes, createTestKeys } from '../../support/desk/test-keys.ts';
import { createTestClock } from '../../support/fixtures/test-clock.ts';

function openDesk() {
  const clock = createTestClock();
  const stores = createMemoryStores(clock, () => undefined);
  const calendar = holidayCalendarOf(ctTelecom.calendar);
  const dependencies = { ...stores, clock, calendar, keys: createTestKeys(), randomBytes: createTestBytes('masks') };
  return { stores, submit: (command: SubmitCommand) => submitRequest(dependencies, command) };
}

const draft = (number: string, klant = '111222333') =>
  ({
    language: 'nl',
    requester: { name: `Jan de Vries BSN ${number}`, email: 'jan@example.org', phone: `BSN ${number}` },
    parts: [{ requestType: 'access', text: `Mijn burgerservicenummer is ${number}` }],
    message: `BSN: ${number}. Klantnummer: ${klant}.`,
  }) as const;

describe('what a person sends', () => {
  const command = { idempotencyKey: 'same', receivedThrough: 'api', rehearsal: null } as const;

  it('is stored without the number, and nothing that comes of the number is kept', async () => {
    const desk = openDesk();
    const receipt = await desk.submit({ ...command, draft: draft('123456782') });
    expect(await desk.stores.cases.findContent(receipt.caseNumber)).toMatchObject({
      requester: { name: `Jan de Vries BSN ${MASK}`, phone: `BSN ${MASK}` },
      partTexts: { '1': `Mijn burgerservicenummer is ${MASK}` },
      message: `BSN: ${MASK}. Klantnummer: 111222333.`,
    });

    const other = openDesk();
    await other.submit({ ...command, draft: draft('111222333') });
    const bodyHashes = [desk, other].map(({ stores }) =>
      stores.desk.submissions.list().map(({ bodyHash }) => bodyHash),
    );
    expect(bodyHashes[0]).toEqual(bodyHashes[1]);
  });

  it('is masked wherever it was typed freely, and stays as it was elsewhere', () => {
    const requester = { name: 'Jan', postalAddress: 'BSN 123456782, Kerkstraat 1', email: 'bsn.123456782@example.org' };
    const parts = [{ requestType: 'erasure' }, { requestType: 'question', text: '123456782?' }] as const;
    const sent = { language: 'en', requester, parts } as const;
    expect(maskContent(sent)).toEqual({
      ...sent,
      requester: { ...requester, postalAddress: `BSN ${MASK}, Kerkstraat 1` },
    });
  });

  it('is still told from another body under the same key', async () => {
    const desk = openDesk();
    const first = await desk.submit({ ...command, draft: draft('123456782') });
    expect(await desk.submit({ ...command, draft: draft('123456782') })).toEqual(first);
    const another = desk.submit({ ...command, draft: draft('123456782', '111222334') });
    await expect(another).rejects.toMatchObject({ name: 'IdempotencyKeyReusedError' });
  });
});
