import { describe, expect, it } from 'vitest';
import { answerSeveral } from '../../../../domain/desk/use-cases/answer-several.ts';
import { organisationProfileSchema } from '../../../../domain/organisation.ts';
import { ctTelecom } from '../../../../infra/organisations/ct-telecom.ts';
import { createRuleDesk, STAFF } from '../../../support/desk/rule-desk.ts';

describe('one answer for many', () => {
  it('tells of a case that waits for a second person, since a file goes with it, that it is not answered', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await desk.identify(caseNumber);
    const file = {
      fileId: 'AbCdEfGhIjKlMnOpQrStUv',
      partId: '1',
      nameTextId: '000003-1',
      key: 'kept',
      versionId: 'v1',
      sha256: 'a'.repeat(64),
      mediaType: 'text/plain',
      bytes: 3,
      attachedBy: STAFF.handler,
      attachedAt: '2026-06-09T12:03:00.000Z',
    } as const;
    desk.stores.desk.cases.putRaw(caseNumber, { ...desk.openCase(caseNumber), files: [file] });
    const draft = { outcome: 'answered', text: 'Zo zit het.', personalData: false } as const;
    const input = {
      action: 'answer',
      draft,
      ticked: ['answer_first', 'statement_link', 'authority'],
      explained: {},
    } as const;
    const batch = { caseNumbers: [caseNumber], requestType: 'question', input } as const;
    const done = await answerSeveral(desk.dependencies, await desk.session(STAFF.handler), batch);
    expect(desk.openCase(caseNumber).proposals).toHaveLength(1);
    expect(done).toEqual([{ caseNumber, refused: 'already_waiting' }]);
  });
});

const handlers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    staffId: `h-${index}`,
    name: 'H',
    email: `h${index}@example.org`,
    role: 'handler' as const,
    language: 'nl' as const,
  }));

describe('a profile', () => {
  it('has no more handlers than one transaction can write to when a case opens', () => {
    const others = ctTelecom.staff.filter(({ role }) => role !== 'handler');
    const parse = (count: number) =>
      organisationProfileSchema.safeParse({ ...ctTelecom, staff: [...others, ...handlers(count)] });
    expect(parse(40).success).toBe(true);
    expect(parse(41).error?.issues.map(({ message }) => message)).toEqual(['there are too many handlers']);
  });
});
