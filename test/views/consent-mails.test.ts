import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/languages.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { gallery } from '../../tools/letters/gallery.ts';
import { sampleConsentMails } from '../../tools/letters/sample-consent-mails.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { ParsedHtml } from './parsed-html.ts';

type Template = MailModel['template'];
type ModelOf<T extends Template> = Extract<MailModel, { template: T }>;

const languages: readonly Language[] = ['nl', 'en'];
const LONGEST_SENTENCE = 15;
const render = createMailRenderer(ctTelecom);
const exhibited = gallery(ctTelecom).page;
const say = <Words>(language: Language, nl: Words, en: Words) => (language === 'nl' ? nl : en);
const everyMail = languages.flatMap((language) =>
  sampleConsentMails(ctTelecom, language).map((model, index) => ({ language, model, index })),
);

function sample<T extends Template>(language: Language, template: T): ModelOf<T> {
  return sampleConsentMails(ctTelecom, language).find((model) => model.template === template) as ModelOf<T>;
}

function deskLinks(html: string): ReadonlySet<string> {
  return new Set(new ParsedHtml(html).targets.filter((target) => target.startsWith('https://desk.example.nl/')));
}

/** A mail without what the profile says word by word. */
function ownWords(text: string): string {
  const quoted = ctTelecom.consents.topics.flatMap(({ description, wordings }) => [
    ...Object.values(description),
    ...wordings.flatMap((wording) => Object.values(wording.text)),
  ]);
  return quoted.reduce((left, quote) => left.replaceAll(quote, ''), text.replaceAll(/https?:\S+/g, ''));
}

describe.each(everyMail)('mail $index about consents, $model.template in $language', ({ language, model }) => {
  const { text, html, subject } = render(model, language, false);

  it('has a subject that is the same for everybody', () => {
    const other = render({ ...model, topics: [] } as MailModel, language, false).subject;
    expect(subject).toBe(other);
    expect(subject).not.toMatch(/@|nieuwsbrief|newsletter|aanbieding|offer/i);
  });

  it('speaks in short sentences, with "u"', () => {
    const sentences = ownWords(text)
      .split(/(?<=[.?!:])\s+|\n+/)
      .filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);
    expect(sentences).toEqual([]);
    expect(text).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
    expect(text).not.toContain('..');
  });

  it('tells dates with their weekday', () => {
    const dates = text.match(/\S+ \d{1,2} \p{L}+ 2026/gu) ?? [];
    expect(dates.length).toBeGreaterThan(0);
    for (const one of dates) expect(one).toMatch(say(language, /dag \d/, /day \d/));
  });

  it('leads to one page of the desk at most', () => {
    expect(new Set([...deskLinks(html)].map((link) => link.split('#')[0])).size).toBeLessThanOrEqual(1);
  });

  it('is in the gallery', () => {
    expect(exhibited).toContain(`>${subject}</h2>`);
  });
});

describe.each(languages)('the mail that asks for confirmation of a sign-up in %s', (language) => {
  const model = sample(language, 'confirm_consent');
  const { text, html } = render(model, language, false);

  it('says when it was asked, what one gets, how often and from whom', () => {
    expect(text).toContain(say(language, 'dinsdag 9 juni 2026 om 14:03 uur', 'Tuesday 9 June 2026 at 14:03'));
    for (const { name, description } of ctTelecom.consents.topics) {
      expect(text).toContain(`${name[language]}: ${description[language]}`);
    }
    expect(text).toMatch(say(language, /hoogstens één keer per maand/, /once a month at most/));
    expect(text).toMatch(say(language, /komen van CT Telecom/, /come from CT Telecom/));
  });

  it('names only the topics that were asked for', () => {
    const one = render({ ...model, topics: model.topics.slice(0, 1) }, language, false).text;
    expect(one).toContain(model.topics[0]?.description);
    expect(one).not.toContain(model.topics[1]?.description);
  });

  it('has one button, that opens and does not act, and the code apart for whom it does not work', () => {
    expect(deskLinks(html)).toContain(`https://desk.example.nl/newsletter/confirm?language=nl#${CODE}`);
    expect([...deskLinks(html)].filter((link) => link.includes('#'))).toHaveLength(1);
    expect(text).toContain(
      `https://desk.example.nl/newsletter/confirm?language=nl ${say(language, 'en plak', 'and paste')}`,
    );
    expect(text).toContain(say(language, 'Druk daar op ‘Ja, meld mij aan’', 'Press ‘Yes, sign me up’ there'));
  });

  it('says until when, to the minute', () => {
    expect(text).toMatch(say(language, /tot vrijdag 12 juni 2026 om 14:03 uur/, /until Friday 12 June 2026 at 14:03/));
  });

  it('says that one can stop again, and that who did not ask need do nothing', () => {
    expect(text).toMatch(say(language, /op elk moment weer afmelden/, /unsubscribe again at any time/));
    expect(text).toMatch(say(language, /Doe dan niets/, /Then do nothing/));
  });

  it('praises nothing', () => {
    expect(ownWords(text)).not.toMatch(/korting|gratis|voordeel|actie|discount|free|deal|benefit|!/i);
  });
});

describe.each(languages)('the receipt of a consent in %s', (language) => {
  const model = sample(language, 'consent_receipt');
  const { text, html } = render(model, language, false);

  it('has the words agreed to literally, with version and time by the Amsterdam clock', () => {
    for (const { text: agreed, version } of model.topics) {
      expect(text).toContain(agreed);
      expect(text).toContain(version);
    }
    expect(text).toContain(say(language, 'dinsdag 9 juni 2026 om 14:41 uur', 'Tuesday 9 June 2026 at 14:41'));
  });

  it('keeps the words in the language they were shown in', () => {
    const [topic] = model.topics;
    const shown = 'Ik wil dit <b>graag</b>, en ik ben 16.';
    const words = render({ ...model, topics: topic === undefined ? [] : [{ ...topic, text: shown }] }, language, false);
    expect(words.text).toContain(shown);
    expect(new ParsedHtml(words.html).text).toContain(shown);
  });

  it('says where words without a version come from', () => {
    const [topic] = model.topics;
    const topics = topic === undefined ? [] : [{ ...topic, version: 'imported' }];
    expect(render({ ...model, topics }, language, false).text).toMatch(say(language, /eerdere lijst/, /earlier list/));
  });

  it('names who uses the address and who else gets it', () => {
    expect(text).toContain('CT Telecom B.V.');
    for (const recipient of ctTelecom.consents.recipients) expect(text).toContain(recipient[language]);
  });

  it('says how to stop: by a link without a code behind it, or by a reply', () => {
    expect([...deskLinks(html)]).toEqual([model.preferencesUrl]);
    expect(model.preferencesUrl).not.toContain('#');
    expect(text).toContain(model.preferencesUrl);
    expect(text).toMatch(say(language, /beantwoorden met één woord: afmelden/, /reply .* one word: unsubscribe/));
    expect(text).toMatch(say(language, /geen reden/, /have to give a reason/));
  });

  it('leads to the privacy notice', () => {
    expect(new ParsedHtml(html).targets).toContain(model.noticeUrl);
  });
});

describe.each(languages)('the mail about a consent that was withdrawn in %s', (language) => {
  const model = sample(language, 'consent_withdrawn');
  const some = render(model, language, false);
  const all = render({ ...model, topics: [] }, language, false);

  it('says since when and what, or that it is everything', () => {
    const since = say(language, 'Sinds woensdag 10 juni 2026', 'Since Wednesday 10 June 2026');
    for (const { text } of [some, all]) expect(text).toContain(since);
    expect(some.text).toContain(`- ${model.topics[0]}`);
    expect(all.text).not.toContain('- ');
    expect(all.text).toMatch(say(language, /geen nieuws en aanbiedingen meer/, /no longer send you news and offers/));
  });

  it('says that service messages go on, and how to return', () => {
    expect(some.text).toMatch(
      say(language, /nog wel berichten over uw bestelling/, /still get messages about your order/),
    );
    expect(some.text).toContain(model.signUpUrl);
    expect(some.text).toContain(ctTelecom.statementUrl);
  });

  it('asks for no reason and calls nobody back', () => {
    expect(some.text).not.toMatch(/waarom|reden|mis(sen)?\b|jammer|why|reason|miss|sorry/i);
  });
});

describe.each(languages)('the mail to customer service in %s', (language) => {
  const model = sample(language, 'to_customer_service');
  const { text, subject, html } = render(model, language, false);

  it('says that the desk read the message, that it is no privacy matter, and where it is', () => {
    expect(subject).toContain(CASE_NUMBER);
    expect(text).toContain(CASE_NUMBER);
    expect(text).toContain(say(language, 'dinsdag 9 juni 2026 om 14:03 uur', 'Tuesday 9 June 2026 at 14:03'));
    expect(text).toMatch(say(language, /gaat niet over privacy/, /not about privacy/));
    expect(text).toMatch(say(language, /bijlage/, /attach/));
  });

  it('says what to do when it is one after all', () => {
    expect(text).toMatch(say(language, /toch over privacy[\s\S]*meteen/, /privacy after all[\s\S]*at once/));
  });

  it('has no way into the desk', () => {
    expect(deskLinks(html)).toEqual(new Set());
  });
});

it('refuses links that run something', () => {
  const receipt = sample('nl', 'consent_receipt');
  const confirm = sample('nl', 'confirm_consent');
  expect(() => render({ ...receipt, preferencesUrl: 'javascript:alert(1)' }, 'nl', false)).toThrow(RangeError);
  expect(() => render({ ...receipt, noticeUrl: 'data:text/html,x' }, 'nl', false)).toThrow(RangeError);
  expect(() => render({ ...confirm, confirmUrl: 'https://desk.example.nl/x' }, 'nl', false)).toThrow(RangeError);
});
