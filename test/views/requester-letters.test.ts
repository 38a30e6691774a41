import { describe, expect, it } from 'vitest';
import { identityDoubtSchema, identityLevelSchema } from '../../domain/cases/identity.ts';
import type { Language } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { CASE_URL, date } from '../../tools/letters/sample-case.ts';
import { sampleRequesterMails } from '../../tools/letters/sample-requester-mails.ts';
import { sampleTaskMails } from '../../tools/letters/sample-staff-mails.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { CASE_NUMBER, REQUESTER_NAME, sampleOf } from './mail-models.ts';
import { ParsedHtml } from './parsed-html.ts';

const render = createMailRenderer(ctTelecom);
const languages: readonly Language[] = ['nl', 'en'];
const say = (language: Language, nl: RegExp | string, en: RegExp | string) => (language === 'nl' ? nl : en);
const AUTHORITY = 'Postbus 93374, 2509 AJ Den Haag';
const LONGEST_SENTENCE = 20;

const everyLetter = languages.flatMap((language) =>
  sampleRequesterMails(language).map((model, index) => ({ language, model, index })),
);

describe.each(everyLetter)('mail $index to the requester, $model.template in $language', ({ language, model }) => {
  const { text, html, subject } = render(model, language, false);

  it('names the case in its subject', () => {
    expect(subject).toContain(CASE_NUMBER);
  });

  it('asks for one thing at most', () => {
    const { targets } = new ParsedHtml(html);
    const own = targets.filter((href) => href.startsWith('https://desk.example.nl/') && !/\?language=..$/.test(href));
    expect(new Set(own).size).toBeLessThanOrEqual(1);
    const pages = new Set(
      targets.filter((href) => href.startsWith('https://desk.example.nl/')).map((href) => href.split('#')[0]),
    );
    expect(pages.size).toBeLessThanOrEqual(1);
  });

  it('tells dates with their weekday', () => {
    const dates = text.match(/\S+ \d{1,2} \p{L}+ 2026/gu) ?? [];
    for (const one of dates) expect(one).toMatch(say(language, /dag \d/, /day \d/));
  });

  it('speaks in short sentences, with "u"', () => {
    const sentences = text
      .replaceAll(/https?:\S+/g, '')
      .split(/(?<=[.?!:])\s+|\n+/)
      .filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);
    expect(sentences).toEqual([]);
    expect(text).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });
});

describe.each(languages)('a question who somebody is, in %s', (language) => {
  const model = sampleOf('inquiry');
  const mail = (change: Partial<typeof model> = {}) => render({ ...model, ...change }, language, false).text;

  it('says why, what is enough, that no copy is wanted, and that the date stays', () => {
    const text = mail();
    const { doubts, proofs } = textsOf(language).requesterMails.inquiry;
    expect(text).toContain(doubts.address_not_on_file);
    expect(text).toContain(proofs.L2);
    expect(text).toMatch(say(language, /geen kopie van uw paspoort/, /not send a copy of your passport/));
    expect(text).toMatch(say(language, /geen BSN/, /your citizen service number \(BSN\)/));
    expect(text).toMatch(say(language, /datum blijft hetzelfde/, /date stays the same/));
    expect(text).toContain(say(language, 'dinsdag 7 juli 2026', 'Tuesday 7 July 2026'));
    expect(text).toMatch(say(language, /Wat als u niet antwoordt/, /What if you do not answer/));
    expect(text).toContain(CASE_URL);
  });

  it('has words for every doubt and every level', () => {
    const texts = identityDoubtSchema.options.flatMap((doubt) =>
      identityLevelSchema.options.map((level) => mail({ identity: { doubt, level } })),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('does not tell whether somebody is a customer', () => {
    for (const doubt of identityDoubtSchema.options) {
      expect(mail({ identity: { doubt, level: 'L2' } })).not.toMatch(/klant|customer/i);
    }
  });

  it('is a reminder when asked again', () => {
    expect(mail({ reminder: true })).toMatch(say(language, /vroegen u eerder/, /asked you something before/));
  });
});

describe.each(languages)('a clarification in %s', (language) => {
  it('shows the question, and that everything may be asked', () => {
    const model = { ...sampleOf('inquiry'), identity: null, question: 'Welke jaren?' };
    const { text } = render(model, language, false);
    expect(text).toContain('Welke jaren?');
    expect(text).toMatch(say(language, /gerust: alles/, /simply write: everything/));
    expect(text).not.toMatch(/paspoort|passport/);
  });
});

describe.each(languages)('the letter of an extension in %s', (language) => {
  const model = sampleOf('extension_letter');
  const { text } = render(model, language, false);

  it('gives the new date first, how it was reckoned, the ground, the facts and the law', () => {
    const lead = say(language, /dinsdag 8 september 2026/, /Tuesday 8 September 2026/);
    expect(text.split('\n\n')[1]).toMatch(lead);
    expect(text).toContain(model.reckoning);
    expect(text).toMatch(say(language, /ingewikkeld/, /complex/));
    expect(text).toContain('zeven systemen');
    expect(text).toMatch(say(language, /twee maanden extra/, /two more months/));
  });

  it('says what is ready and what keeps its promise', () => {
    const { understood } = textsOf(language).words;
    expect(text).toContain(say(language, 'dinsdag 7 juli 2026', 'Tuesday 7 July 2026'));
    expect(text).toContain(understood.complaint);
    expect(text).toMatch(say(language, /nog niets klaar/, /Nothing is ready yet/));
    const ready = render({ ...model, readyTypes: ['erasure'] }, language, false).text;
    expect(ready).toContain(understood.erasure);
  });

  it('names authority and court', () => {
    expect(text).toContain(AUTHORITY);
    expect(text).toContain(ctTelecom.courtSentence[language]);
  });

  it('apologises when the promise was missed, and no longer gives that date', () => {
    const late = render({ ...model, promiseMissed: true }, language, false).text;
    expect(late).toMatch(say(language, /spijt ons/, /We are sorry/));
    expect(late).not.toContain(say(language, '7 juli 2026', '7 July 2026'));
  });
});

describe.each(languages)('the mail about a missed promise, explained by staff, in %s', (language) => {
  const model = sampleOf('promise_missed');
  const cause = 'Een bestand was weg.';

  it('gives their cause and new date, and still a name', () => {
    const { text } = render({ ...model, delay: { cause, until: date('2026-07-10') } }, language, false);
    expect(text).toContain(cause);
    expect(text).toContain(say(language, 'vrijdag 10 juli 2026', 'Friday 10 July 2026'));
    expect(text).toContain(ctTelecom.callBack.name);
  });

  it('says who calls when they gave no new date', () => {
    const { text } = render({ ...model, delay: { cause, until: null } }, language, false);
    expect(text).toContain(
      say(language, `${ctTelecom.callBack.name} belt u`, `${ctTelecom.callBack.name} will call you`),
    );
  });
});

describe.each(languages)('a code for an address on file, in %s', (language) => {
  it('holds the code and nothing of the request', () => {
    const { text, subject } = render(sampleOf('identity_code'), language, false);
    expect(text).toContain('7K3Q-9M2X');
    expect(subject).not.toContain('7K3Q-9M2X');
    expect(text).not.toContain(REQUESTER_NAME);
    expect(text).toMatch(say(language, /aan niemand/, /to anybody/));
  });
});

describe.each(languages)('other letters in %s', (language) => {
  it('say what a right was taken for, why, and where to go with it', () => {
    const { text } = render(sampleOf('retyped'), language, false);
    for (const part of [
      textsOf(language).words.understood.question,
      'openingstijden',
      AUTHORITY,
      ctTelecom.courtSentence[language],
    ]) {
      expect(text).toContain(part);
    }
  });

  it('tell of the end of a restriction before it ends', () => {
    const { text } = render(sampleOf('restriction_lifting'), language, false);
    expect(text).toMatch(say(language, /voordat het gebeurt/, /before it happens/));
    expect(text).toContain(AUTHORITY);
  });

  it('tell the old address that, not into what, it changed', () => {
    const { text } = render(sampleOf('contact_changed'), language, false);
    expect(text).toContain(say(language, 'dinsdag 16 juni 2026', 'Tuesday 16 June 2026'));
    expect(text).not.toContain(REQUESTER_NAME);
  });
});

describe.each(languages)('a mail about art. 19 in %s', (language) => {
  const notices = sampleTaskMails.filter((model) => model.template === 'recipient_notice');

  it.each(notices)('$role, $requestType: names the controller, the day and the rule, and nobody', (model) => {
    const { text } = render(model, language, false);
    expect(text).toContain('CT Telecom B.V.');
    expect(text).toContain(say(language, 'dinsdag 14 juli 2026', 'Tuesday 14 July 2026'));
    expect(text).toMatch(say(language, /artikel 19/, /article 19/));
    expect(text).not.toContain(REQUESTER_NAME);
    expect(/opdracht|instruct/.test(text)).toBe(model.role === 'processor');
  });

  it('asks a department to find, and to erase nothing', () => {
    const { text } = render(sampleOf('search_request'), language, false);
    expect(text).toMatch(say(language, /Verwijder niets/, /Erase nothing/));
    expect(text).toContain(say(language, 'dinsdag 14 juli 2026', 'Tuesday 14 July 2026'));
  });
});
