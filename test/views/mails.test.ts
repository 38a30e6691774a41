import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/languages.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { CASE_URL, openCase } from '../../tools/letters/sample-case.ts';
import { allMails, CASE_NUMBER, CODE, REQUESTER_NAME, sampleOf } from './mail-models.ts';
import { attribute, type Element, found, ParsedHtml, rawText, wordsOf } from './parsed-html.ts';

const render = createMailRenderer(ctTelecom);
const languages: readonly Language[] = ['nl', 'en'];
const everyMail = languages.flatMap((language) =>
  allMails.flatMap((model) => [false, true].map((rehearsal) => ({ language, model, rehearsal }))),
);

describe.each(everyMail)('$model.template in $language, rehearsal $rehearsal', ({ language, model, rehearsal }) => {
  const words = render(model, language, rehearsal);
  const page = new ParsedHtml(words.html);

  it('says the same in text and in HTML, below the brand name', () => {
    const inText = wordsOf(words.text).filter((word) => word !== '-');
    expect(page.words).toEqual([...wordsOf(ctTelecom.brandName), ...inText]);
  });

  it('is sound HTML in the language of the mail', () => {
    expect(page.faults).toEqual([]);
    expect(attribute(page.one('html'), 'lang')).toBe(language);
  });

  it('fetches nothing and runs nothing', () => {
    const banned = ['img', 'script', 'link', 'iframe', 'video', 'object', 'form'];
    expect(page.named(...banned)).toEqual([]);
    expect(words.html).not.toMatch(/url\(|@import|background=/);
  });

  it('says who writes', () => {
    for (const fact of ['CT Telecom B.V.', 'Rooseveltstraat 76, 2321BM Leiden', '27321932', '088-2350000']) {
      expect(words.text).toContain(fact);
    }
  });

  it('starts its preview with words that are in the mail', () => {
    const preview = page.elements.find((element) => attribute(element, 'style')?.startsWith('display:none') === true);
    const line = rawText(found(preview, 'preview'));
    const [said = '', ...after] = line.split(/(?=\u034F)/);
    expect(said).not.toBe('');
    expect(words.text).toContain(said);
    // What mailboxes would fill up with the first words of the mail.
    expect(after.join('')).toMatch(/^[\u034F\u200C\u00A0]{300}$/);
  });

  it('tells tables for layout from those of facts and figures', () => {
    const tables = page.named('table');
    const withHeaders = new Set(page.named('th').map((header) => around(header, 'table')));
    expect(tables.filter((table) => attribute(table, 'role') !== 'presentation')).toEqual([...withHeaders]);
  });

  it('has tables of a set width for programs that know no other', () => {
    expect(words.html).toMatch(/<!--\[if mso \| IE\]><table [^>]*width="600"/);
  });

  it('has a subject without names and line breaks, and without types unless it goes to staff', () => {
    const { names } = textsOf(language).words;
    const types = model.template.startsWith('staff_') ? [] : requestTypeSchema.options.map((type) => names[type]);
    for (const secret of [REQUESTER_NAME, 'Wilhelmina', 'Joris', 'Anna', ...types]) {
      expect(words.subject.toLowerCase()).not.toContain(secret.toLowerCase());
    }
    expect(words.subject).toMatch(/^[\x20-\x7e]+$/);
  });

  it('says first that it is a rehearsal, and only then', () => {
    const mark = language === 'nl' ? 'OEFENING' : 'REHEARSAL';
    expect(words.subject.startsWith(mark)).toBe(rehearsal);
    expect(words.text.startsWith(mark)).toBe(rehearsal);
    expect(words.html.includes(mark)).toBe(rehearsal);
  });

  it('leads to web addresses only, each in sight', () => {
    for (const href of page.targets) {
      expect(href).toMatch(/^https:\/\//);
      expect(page.words).toContain(href);
    }
  });
});

/** The closest element of a name that the element is in. */
function around(element: Element, tag: string): Element | undefined {
  const { parentNode } = element;
  if (parentNode === null || !('tagName' in parentNode)) return undefined;
  return parentNode.tagName === tag ? parentNode : around(parentNode, tag);
}

describe('buttons', () => {
  const { accentColour } = ctTelecom.look;
  const filled = (html: string) =>
    new ParsedHtml(html).named('td').filter((cell) => attribute(cell, 'bgcolor') === accentColour);

  it.each(['confirm_request', 'staff_new_case', 'staff_unconfirmed'] as const)(
    'of %s: one is the main one',
    (template) => {
      expect(filled(render(sampleOf(template), 'nl', false).html)).toHaveLength(1);
    },
  );

  it('have their address in sight right after them', () => {
    const { targets } = new ParsedHtml(render(sampleOf('staff_new_case'), 'nl', false).html);
    const [take] = openCase.links;
    expect(targets.slice(0, 2)).toEqual([take?.url, take?.url]);
  });
});

describe.each(languages)('the confirmation mail in %s', (language) => {
  const words = render(sampleOf('confirm_request'), language, false);

  it('names the case, the promised date with its weekday, and one button', () => {
    expect(words.subject).toContain(CASE_NUMBER);
    const promise =
      language === 'nl'
        ? 'U krijgt uiterlijk dinsdag 7 juli 2026 antwoord.'
        : 'You will have our answer by Tuesday 7 July 2026 at the latest.';
    expect(words.text).toContain(promise);
    const { targets } = new ParsedHtml(words.html);
    expect(new Set(targets.filter((href) => href.includes('#')))).toEqual(
      new Set([`https://desk.example.nl/confirm?language=nl#${CODE}`]),
    );
  });

  it('gives page and code apart for whom the button does not work', () => {
    const [before, code] =
      language === 'nl' ? ['Werkt de knop niet?', 'en plak deze code:'] : ['not work?', 'and paste this code:'];
    expect(words.text).toContain(before);
    expect(words.text).toContain(`https://desk.example.nl/confirm?language=nl ${code} ${CODE}`);
  });

  it('says that the request counts without confirmation', () => {
    expect(words.text).toMatch(
      language === 'nl' ? /blijft zo als u niet bevestigt/ : /does not change if you do not confirm/,
    );
  });
});

describe.each(languages)('the acknowledgement in %s', (language) => {
  const words = render(sampleOf('acknowledgement'), language, false);

  it('tells receipt, promise, reckoning, what was understood and how to react', () => {
    const { understood } = textsOf(language).words;
    const received = language === 'nl' ? 'dinsdag 9 juni 2026 om 14:03 uur' : 'Tuesday 9 June 2026 at 14:03';
    const promised = language === 'nl' ? 'dinsdag 7 juli 2026' : 'Tuesday 7 July 2026';
    for (const part of [
      received,
      promised,
      'Dat is precies vier weken na dinsdag 9 juni 2026',
      CASE_URL,
      understood.access,
      understood.complaint,
      ctTelecom.faqUrl,
      ctTelecom.statementUrl,
      '088-2350000',
    ]) {
      expect(words.text).toContain(part);
    }
    expect(words.text).not.toContain(understood.erasure);
  });

  it('names the authority, and not as a step that must wait', () => {
    expect(words.text).toContain('Autoriteit Persoonsgegevens');
    expect(words.text).toMatch(language === 'nl' ? /altijd een klacht/ : /always complain/);
  });

  it('holds no code', () => {
    expect(words.text).not.toContain(CODE);
  });
});

describe.each(languages)('the mail about a missed promise in %s', (language) => {
  const words = render(sampleOf('promise_missed'), language, false);

  it('apologises, names a person to call, the authority and the court', () => {
    expect(words.text).toMatch(language === 'nl' ? /spijt ons/ : /We are sorry/);
    expect(words.text).toContain(`${ctTelecom.callBack.name} `);
    expect(words.text).toContain(ctTelecom.callBack.phone);
    expect(words.text).toContain('Postbus 93374, 2509 AJ Den Haag');
    expect(words.text).toContain(ctTelecom.courtSentence[language]);
  });

  it('sets no new date', () => {
    const dates = words.text.match(/(juli|juni|augustus|July|June|August) 2026/g);
    expect(dates).toEqual([language === 'nl' ? 'juli 2026' : 'July 2026']);
  });

  it('names no court where no right is at stake', () => {
    const other = render({ ...sampleOf('promise_missed'), requestTypes: ['question'] }, language, false);
    expect(other.text).not.toContain(ctTelecom.courtSentence[language]);
  });
});

describe.each(languages)('the mail about stopped advertising in %s', (language) => {
  const model = sampleOf('marketing_stopped');

  it('says since when, and announces another answer only where one follows', () => {
    const { more } = textsOf(language).requesterMails.marketingStopped;
    const [partly, wholly] = [true, false].map((moreToCome) => render({ ...model, moreToCome }, language, false));
    expect(partly?.text).toContain(language === 'nl' ? 'dinsdag 9 juni 2026' : 'Tuesday 9 June 2026');
    expect(partly?.text).toContain(more);
    expect(wholly?.text).not.toContain(more);
    expect(partly?.subject).not.toBe(wholly?.subject);
  });
});

function greet(requesterName: string): string {
  const { text } = render({ ...sampleOf('answer_ready'), requesterName }, 'nl', false);
  return text.slice(0, text.indexOf('\n'));
}

describe('the salutation', () => {
  it.each(['Jan', "J.P. d'Ancona-de Vries", 'Zoë Ünal', 'أحمد', '李小龙', 'M. van ’t Hof'])(
    'repeats the name %s',
    (name) => {
      expect(greet(name)).toBe(`Beste ${name},`);
    },
  );

  it.each([
    'win.example',
    'http://evil.example',
    'a@evil.example',
    'bel 0900123456',
    'x\nBcc: y',
    '<b>Jan</b>',
    '\u202Enaj',
    'Jan '.repeat(20),
    '',
    '   ',
  ])('does not repeat %j', (name) => {
    expect(greet(name)).toBe('Goedendag,');
  });
});

it('refuses a link that carries no code or runs something', () => {
  const model = sampleOf('confirm_request');
  for (const confirmUrl of ['https://desk.example.nl/confirm', 'javascript:alert(1)#x']) {
    expect(() => render({ ...model, confirmUrl }, 'nl', false)).toThrow(RangeError);
  }
});
