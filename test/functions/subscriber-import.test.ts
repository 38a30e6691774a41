import { beforeEach, describe, expect, it } from 'vitest';
import { subscribersImportedSchema } from '../../contracts/http/subscribers.ts';
import { contactsOf } from '../../domain/consents/contact.ts';
import { firstFault } from '../../domain/consents/consent-event.ts';
import { ConsentConflictError } from '../../domain/errors.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createLists, emailsOn, lineOf, lines, subscribersIn } from '../support/desk/subscriber-lists.ts';
import { createTestKeys } from '../support/desk/test-keys.ts';

beforeEach(() => logLines.clear());

describe('an import', () => {
  it('puts people on the list with the evidence of then, and mails nobody', async () => {
    const lists = createLists();
    expect(await lists.importLines([lineOf(7, { proof: 'archive 12' })])).toEqual([{ line: 7, outcome: 'added' }]);
    const [record] = await lists.stores.consents.listRecords(contactsOf(lists.dependencies.keys, 'p7@example.org')[0]);
    expect(record?.events).toMatchObject([
      {
        type: 'imported',
        at: '2026-03-02T10:00:00.000Z',
        language: 'nl',
        evidence: {
          givenAt: '2024-02-29T23:00:00.000Z',
          source: 'website',
          wording: 'Ja, ik wil de nieuwsbrief.',
          proof: 'archive 12',
        },
      },
    ]);
    expect(firstFault(record?.events ?? [])).toBeUndefined();
    expect(lists.stores.desk.outbox.list()).toEqual([]);
  });

  it('changes nothing when it is done again', async () => {
    const lists = createLists();
    await lists.importLines(lines(25));
    const before = JSON.stringify(lists.stores.desk.consentEvents.list());
    expect(new Set((await lists.importLines(lines(25))).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(JSON.stringify(lists.stores.desk.consentEvents.list())).toBe(before);
  });

  it('answers a dry run as it would the real one, and writes nothing', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1), lineOf(2)]);
    await lists.withdraw('p2@example.org');
    const batch = [
      ...lines(4),
      lineOf(5, { email: 'P4@example.org' }),
      lineOf(6, { email: 'none' }),
      lineOf(7, { givenAt: '2027-01-01' }),
    ];
    const before = JSON.stringify(lists.stores.desk.consentEvents.list());
    const dry = await lists.importLines(batch, true);
    expect(JSON.stringify(lists.stores.desk.consentEvents.list())).toBe(before);
    expect(await lists.importLines(batch)).toEqual(dry);
    expect(dry.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'unchanged',
      'suppressed',
      'added',
      'added',
      'unchanged',
      'email_invalid',
      'given_in_future',
    ]);
  });

  it.each([
    ['email_missing', { email: undefined }],
    ['email_missing', { email: '  ' }],
    ['email_invalid', { email: 'jan@' }],
    ['email_invalid', { email: `${'a'.repeat(300)}@example.org` }],
    ['email_invalid', { email: 'jan@example.org\u0000' }],
    ['language_unknown', { language: 'fr' }],
    ['given_at_missing', { givenAt: '' }],
    ['given_at_invalid', { givenAt: 'yesterday' }],
    ['given_at_invalid', { givenAt: '2024-02-30' }],
    ['given_at_invalid', { givenAt: '03/04/2024' }],
    ['given_at_invalid', { givenAt: '1970-01-01' }],
    ['given_in_future', { givenAt: '2026-03-02T10:00:01Z' }],
    ['source_missing', { source: undefined }],
    ['wording_missing', { wording: '\n' }],
    ['too_long', { source: 'x'.repeat(301) }],
    ['too_long', { wording: 'x'.repeat(2001) }],
    ['control_characters', { source: 'a\u0000b' }],
    ['control_characters', { proof: 'a\nb' }],
    ['not_text', { wording: 7 }],
    ['unknown_field', { bsn: '1' }],
  ])('refuses a line for %s, and that line only', async (code, overrides) => {
    const lists = createLists();
    expect(await lists.importLines([lineOf(1), lineOf(2, overrides), lineOf(3)])).toEqual([
      { line: 1, outcome: 'added' },
      { line: 2, outcome: 'refused', code },
      { line: 3, outcome: 'added' },
    ]);
    expect(await emailsOn(lists)).toEqual(['p1@example.org', 'p3@example.org']);
  });

  it.each([
    ['2024-03-01', '2024-02-29T23:00:00.000Z'],
    ['1-3-2024', '2024-02-29T23:00:00.000Z'],
    ['01-07-2024 14:30', '2024-07-01T12:30:00.000Z'],
    ['2024-07-01 14:30:05', '2024-07-01T12:30:05.000Z'],
    ['2024-07-01T14:30:05+02:00', '2024-07-01T12:30:05.000Z'],
    ['2024-07-01T12:30:05.123456Z', '2024-07-01T12:30:05.123Z'],
  ])('reads %s as %s', async (givenAt, since) => {
    const lists = createLists();
    await lists.importLines([lineOf(1, { givenAt })]);
    expect(subscribersIn((await lists.page()).body).subscribers[0]?.since).toBe(since);
  });

  it('never takes back somebody who stopped, however old or new the line is', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1)]);
    await lists.withdraw('p1@example.org');
    lists.clock.advance({ hours: 48 });
    for (const givenAt of ['2024-03-01', '2026-03-03']) {
      expect(await lists.importLines([lineOf(1, { givenAt })])).toEqual([
        { line: 1, outcome: 'refused', code: 'suppressed' },
      ]);
    }
    expect(await emailsOn(lists)).toEqual([]);
  });

  it('refuses somebody whose withdrawal is on record alone, unless the consent is newer', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1)]);
    await lists.withdraw('p1@example.org');
    for (const { contact } of lists.stores.desk.suppressions.list()) {
      lists.stores.desk.suppressions.delete(`${contact.kid} ${contact.mac} email all`);
    }
    lists.clock.advance({ hours: 48 });
    expect((await lists.importLines([lineOf(1)]))[0]?.code).toBe('suppressed');
    expect((await lists.importLines([lineOf(1, { givenAt: '2026-03-03' })]))[0]?.outcome).toBe('added');
    expect(await emailsOn(lists)).toEqual(['p1@example.org']);
  });

  it('refuses whoever objected to all mail, on every topic', async () => {
    const lists = createLists();
    await lists.withdraw('p1@example.org');
    const reply = await lists.post('imports', { dryRun: false, lines: [lineOf(1)] }, 'mailing');
    expect(subscribersImportedSchema.parse(JSON.parse(reply.body)).results[0]?.code).toBe('suppressed');
  });

  it('goes on one by one when somebody acts at the same moment', async () => {
    let commits = 0;
    const lists = createLists(createTestKeys(), (consents) => ({
      ...consents,
      commit: async (change) => {
        commits += 1;
        if (commits === 1) throw new ConsentConflictError();
        await consents.commit(change);
      },
    }));
    expect((await lists.importLines(lines(5))).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 5 }, () => 'added'),
    );
    expect(commits).toBe(6);
    expect(await emailsOn(lists)).toHaveLength(5);
  });

  it('takes 25 lines at once and no more', async () => {
    const reply = await createLists().post('imports', { dryRun: true, lines: lines(26) });
    expect(reply.status).toBe(422);
  });

  it('keeps the address and language that somebody has already', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1, { email: 'Jan@example.org', language: 'en' })]);
    const body = { dryRun: false, lines: [lineOf(1, { email: 'jan@example.org' })] };
    await lists.post('imports', body, 'mailing');
    const { subscribers } = subscribersIn((await lists.page({}, 'mailing')).body);
    expect(subscribers[0]?.language).toBe('en');
    expect(lists.stores.desk.subscribers.list()).toHaveLength(1);
  });

  it('logs how many, and nothing of anybody', async () => {
    const lists = createLists();
    await lists.importLines(lines(3));
    expect(logLines.lines).toMatchObject([{ code: 'SUBSCRIBERS_IMPORTED', count: 3 }]);
    expect(logLines.text()).not.toContain('example.org');
  });
});
