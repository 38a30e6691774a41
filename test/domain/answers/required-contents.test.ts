import { describe, expect, it } from 'vitest';
import { checkContents, REQUIRED_CONTENTS } from '../../../domain/answers/required-contents.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../../domain/cases/request-types.ts';

const types = requestTypeSchema.options;

describe('what an answer must contain', () => {
  it.each(types)('names the authority for %s', (type) => {
    expect(REQUIRED_CONTENTS[type]).toContain('authority');
  });

  it.each(types)('names each item once for %s', (type) => {
    expect(new Set(REQUIRED_CONTENTS[type]).size).toBe(REQUIRED_CONTENTS[type].length);
  });

  it.each(types)('tells of the court where a right can be denied, and only there: %s', (type) => {
    const { isRight, carriedOutAtOnce } = REQUEST_TYPE_RULES[type];
    expect(REQUIRED_CONTENTS[type].includes('court')).toBe(isRight && !carriedOutAtOnce);
  });

  it.each(types)('lists who was told exactly where recipients must be told: %s', (type) => {
    expect(REQUIRED_CONTENTS[type].includes('recipients_told')).toBe(REQUEST_TYPE_RULES[type].told === 'recipients');
  });

  it.each([
    ['access', ['confirmation', 'copy', 'purposes', 'categories', 'recipients_named', 'retention', 'rights']],
    ['access', ['source', 'automated_decisions', 'transfers', 'others_redacted', 'traffic_data']],
    ['rectification', ['what_changed', 'when_changed']],
    ['erasure', ['erased_per_category', 'kept_with_ground_and_end', 'suppression_kept', 'backups']],
    ['portability', ['json_and_csv', 'schema', 'contract_goes_on', 'number_porting']],
    ['restriction', ['what_is_frozen', 'told_before_lifting']],
    ['objection', ['weighing', 'stop_date']],
    ['marketing_objection', ['stopped_on', 'service_messages_continue']],
    ['consent_withdrawal', ['stopped_on', 'topics_and_channels', 'earlier_use_lawful', 'how_to_return']],
    ['automated_decision', ['human_review', 'main_reasons', 'how_to_contest']],
    ['question', ['answer_first', 'statement_link']],
    ['complaint', ['finding_per_point', 'measure_and_date', 'marketing_authority']],
  ] as const)('asks of %s what the law asks: %s', (type, items) => {
    expect(REQUIRED_CONTENTS[type]).toEqual(expect.arrayContaining([...items]));
  });
});

describe('the checklist', () => {
  const all = [...REQUIRED_CONTENTS.question];

  it('is done when every item is ticked', () => {
    expect(checkContents('question', ctTelecom, all, {})).toEqual([]);
  });

  it('takes an explanation for a tick', () => {
    expect(
      checkContents('question', ctTelecom, ['answer_first', 'authority'], { statement_link: 'Not in it.' }),
    ).toEqual([]);
  });

  it('says in its own order what is missing', () => {
    expect(checkContents('question', ctTelecom, ['statement_link'], {})).toEqual(['answer_first', 'authority']);
  });

  it('takes blank text for no explanation', () => {
    expect(checkContents('question', ctTelecom, ['answer_first', 'authority'], { statement_link: ' \n' })).toEqual([
      'statement_link',
    ]);
  });

  it('lets no item of another type stand in', () => {
    expect(checkContents('question', ctTelecom, ['confirmation', 'copy', 'court'], {})).toEqual(all);
  });

  it('is not fooled by names every object has', () => {
    expect(
      checkContents('question', ctTelecom, ['constructor'], JSON.parse('{"__proto__": "x", "toString": "y"}')),
    ).toEqual(all);
  });
});
