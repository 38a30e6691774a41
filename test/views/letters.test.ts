import { describe, expect, it } from 'vitest';
import { openGaps } from '../../domain/answers/open-gaps.ts';
import { REFUSAL_GROUNDS, type RefusalGround, refusalGroundSchema } from '../../domain/cases/refusal-grounds.ts';
import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { Language } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { gallery } from '../../tools/letters/gallery.ts';
import { CASE_NUMBER, date } from '../../tools/letters/sample-case.ts';
import { sampleLetters } from '../../tools/letters/sample-letters.ts';
import { toDocument, html } from '../../views/html.ts';
import { closingLetter } from '../../views/letters/closing-letter.ts';
import { decisionLetter } from '../../views/letters/decision-letter.ts';
import { groundWords } from '../../views/letters/ground-words.ts';
import { letterHtml, letterText } from '../../views/letters/letter-parts.ts';
import type { DecisionLetterModel } from '../../views/letters/letter-sections.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { ParsedHtml, wordsOf } from './parsed-html.ts';

const languages: readonly Language[] = ['nl', 'en'];
const AUTHORITY = 'Postbus 93374, 2509 AJ Den Haag';
const said = (ground: RefusalGround, language: Language) =>
  groundWords(ground, { organisation: ctTelecom, language, texts: textsOf(language) });
const textOf = (model: DecisionLetterModel, language: Language) => letterText(decisionLetter(model, language));
const say = (language: Language, nl: string, en: string) => (language === 'nl' ? nl : en);
const letters = languages.flatMap((language) =>
  sampleLetters(ctTelecom, language).map((model) => ({ language, model, ground: model.ground ?? 'no ground' })),
);
const refusals = letters.filter(({ model }) => model.refusal !== null);

/** The letter of the first sample that fits. */
function sample(language: Language, fits: (model: DecisionLetterModel) => boolean): DecisionLetterModel {
  const model = sampleLetters(ctTelecom, language).find(fits);
  if (model === undefined) throw new Error('no such sample');
  return model;
}

describe.each(letters)('the letter $model.outcome, $model.requestType, $ground in $language', ({ language, model }) => {
  const blocks = decisionLetter(model, language);
  const text = letterText(blocks);

  it('names the case and the day of the decision with its weekday', () => {
    expect(text).toContain(CASE_NUMBER);
    expect(text).toContain(say(language, 'woensdag 1 juli 2026', 'Wednesday 1 July 2026'));
  });

  it('says the same in text and in HTML, which is sound', () => {
    const page = new ParsedHtml(
      toDocument(
        html`<html lang="${language}">
          <head>
            <title>x</title>
          </head>
          <body>
            ${letterHtml(blocks)}
          </body>
        </html>`,
      ),
    );
    expect(page.faults).toEqual([]);
    expect(page.words).toEqual(wordsOf(text).filter((word) => word !== '-'));
    expect(page.elements.flatMap(({ attrs }) => attrs).some(({ name }) => name === 'style')).toBe(false);
  });

  it('names the authority, once, unless the requester withdrew', () => {
    const times = text.split(AUTHORITY).length - 1;
    expect(times).toBe(model.outcome === 'withdrawn' ? 0 : 1);
  });

  it('names the court, once, where a right is at stake that can be denied', () => {
    const rules = REQUEST_TYPE_RULES[model.requestType];
    const isDue = model.outcome !== 'withdrawn' && rules.hasStatutoryLimit && !rules.carriedOutAtOnce;
    expect(text.split(ctTelecom.courtSentence[language]).length - 1).toBe(isDue ? 1 : 0);
  });

  it('says "u", never "je"', () => {
    expect(text).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });
});

describe.each(refusals)('a refusal on $ground in $language', ({ language, model }) => {
  const text = textOf(model, language);
  const { refused, partlyRefused } = textsOf(language).letters;

  it('says first what is not done', () => {
    const [, first = ''] = text.split('\n\n');
    const leads: readonly string[] = Object.values(model.outcome === 'refused' ? refused : partlyRefused);
    expect(leads).toContain(first);
    expect(first).toMatch(language === 'nl' ? /niet|geen/ : /not/);
  });

  it('has its five parts: scope, ground with its rule, facts, authority, court', () => {
    const { sentence, rule } = said(model.ground ?? 'fraud', language);
    const { scope, facts, authority, court } = model.refusal ?? { scope: '', facts: '', authority: '', court: '' };
    for (const part of [scope, sentence, rule, facts, authority, court]) {
      expect(part).not.toBe('');
      expect(text).toContain(part);
    }
  });

  it('says what is done, and how to have it looked at again for free', () => {
    expect(text).toContain(model.text);
    expect(text).toContain(ctTelecom.phone);
    expect(text).toMatch(language === 'nl' ? /kost u niets/ : /costs you nothing/);
  });

  it('says of what is kept why and until when', () => {
    for (const { categoryName } of model.kept) expect(text).toContain(categoryName);
    const lastDay = say(language, 'woensdag 31 december 2031', 'Wednesday 31 December 2031');
    expect(text.includes(lastDay)).toBe(REFUSAL_GROUNDS[model.ground ?? 'fraud'].keepsUntil);
  });
});

describe.each(languages)('letters in %s', (language) => {
  it('have words of their own for every ground', () => {
    for (const ground of refusalGroundSchema.options) {
      const { sentence: words, rule } = said(ground, language);
      expect(rule).toMatch(language === 'nl' ? /artikel \d+/ : /article \d+/);
      for (const sentence of words.split(/(?<=\.) /)) {
        expect(sentence.split(' ').length).toBeLessThanOrEqual(17);
      }
    }
  });

  it('say how to start again to whoever could not be identified', () => {
    const unknown = sample(language, ({ ground }) => ground === 'gdpr_11_2_not_identifiable');
    const other = sample(language, ({ ground }) => ground === 'gdpr_17_1_no_ground');
    const { restart } = textsOf(language).letters;
    expect(textOf(unknown, language)).toContain(restart);
    expect(textOf(other, language)).not.toContain(restart);
  });

  it('name who was told, and with what result', () => {
    const model = sample(language, ({ requestType, outcome }) => requestType === 'erasure' && outcome === 'granted');
    const text = textOf(model, language);
    const { states } = textsOf(language).letters;
    for (const { name, state } of model.recipientsTold) expect(text).toContain(`${name}: ${states[state]}`);
    expect(model.recipientsTold.length).toBeGreaterThan(0);
  });

  it('say since when advertising has stopped, and that messages about orders go on', () => {
    const model = sample(language, ({ requestType }) => requestType === 'marketing_objection');
    const text = textOf(model, language);
    expect(text).toContain(textsOf(language).requesterMails.marketingStopped.service);
    expect(text.split(say(language, '1 juli 2026', '1 July 2026')).length).toBeGreaterThan(2);
  });

  it('name the authority for advertising in the answer to a complaint', () => {
    const complaint = sample(language, ({ requestType }) => requestType === 'complaint');
    const bare = textOf({ ...complaint, text: 'Het spijt ons.' }, language);
    for (const text of [textOf(complaint, language), bare]) expect(text).toContain(ctTelecom.marketingAuthority?.name);
  });

  it('add the authority and the court to an answer that does not name them', () => {
    const model = sample(language, ({ requestType }) => requestType === 'access');
    const text = textOf({ ...model, text: 'Hier zijn uw gegevens.' }, language);
    expect(text).toContain(AUTHORITY);
    expect(text).toContain(ctTelecom.courtSentence[language]);
  });

  it('tell of a closed case which of its data go when', () => {
    const text = letterText(
      closingLetter(
        {
          caseNumber: CASE_NUMBER,
          closedOn: date('2026-07-01'),
          contentUntil: date('2027-07-01'),
          proofUntil: date('2031-07-01'),
          organisation: ctTelecom,
        },
        language,
      ),
    );
    const days =
      language === 'nl'
        ? ['woensdag 1 juli 2026', 'donderdag 1 juli 2027', 'dinsdag 1 juli 2031']
        : ['Wednesday 1 July 2026', 'Thursday 1 July 2027', 'Tuesday 1 July 2031'];
    for (const day of days) expect(text).toContain(day);
  });
});

describe('what is never refused', () => {
  it.each(requestTypeSchema.options.filter((type) => !REQUEST_TYPE_RULES[type].outcomes.includes('refused')))(
    'has no letter for it: %s',
    (requestType) => {
      const refusal = sample('nl', (model) => model.refusal !== null);
      expect(() => decisionLetter({ ...refusal, requestType }, 'nl')).toThrow(RangeError);
    },
  );
});

it('refuses a refusal without its parts', () => {
  const refusal = sample('nl', (model) => model.refusal !== null);
  expect(() => decisionLetter({ ...refusal, refusal: null }, 'nl')).toThrow(RangeError);
  expect(() => decisionLetter({ ...refusal, ground: null }, 'nl')).toThrow(RangeError);
});

it('shows what staff wrote as text: lists as lists, markup as words', () => {
  const model = sample('nl', ({ requestType }) => requestType === 'question');
  const blocks = decisionLetter({ ...model, text: '<b>Kop</b>\nregel\n\n- een\n- twee' }, 'nl');
  const page = new ParsedHtml(
    `<!doctype html><html lang="nl"><head><title>x</title></head><body>${letterHtml(blocks).toString()}</body></html>`,
  );
  expect(page.named('b')).toEqual([]);
  expect(page.named('li')).toHaveLength(2);
  expect(page.text).toContain('<b>Kop</b> regel');
});

it('leaves no gap of a draft in a sample', () => {
  for (const { model } of letters) expect(openGaps(model.text)).toEqual([]);
});

it('all letters and mails are in the gallery, in both languages, as sound HTML', () => {
  const { page, count } = gallery(ctTelecom);
  const parsed = new ParsedHtml(page);
  expect(parsed.faults).toEqual([]);
  expect(parsed.named('iframe')).toHaveLength(count);
  for (const language of languages) {
    expect(
      parsed.elements.some(({ attrs }) =>
        attrs.some(({ name, value }) => name === 'id' && value === `${language}-mail-1`),
      ),
    ).toBe(true);
  }
});
