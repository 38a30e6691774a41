import { describe, expect, it } from 'vitest';
import { languageSchema, type Language } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { harbourEnergy } from '../../infra/organisations/harbour-energy.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { sampleConsentMails } from '../../tools/letters/sample-consent-mails.ts';
import { sampleLetters } from '../../tools/letters/sample-letters.ts';
import { sampleRequesterMails } from '../../tools/letters/sample-requester-mails.ts';
import { sampleStaffMails, sampleTaskMails } from '../../tools/letters/sample-staff-mails.ts';
import { makeApiReference } from '../../infra/api-reference/make-api-reference.ts';
import { decisionLetter } from '../../views/letters/decision-letter.ts';
import { draftAnswer } from '../../views/letters/draft-answer.ts';
import { letterSignature, letterText } from '../../views/letters/letter-parts.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { CASE_NUMBER } from './mail-models.ts';
import { allPages, contextIn } from './page-samples.ts';
import { attribute, found, ParsedHtml } from './parsed-html.ts';
import { date } from '../../tools/letters/sample-case.ts';

const { look, supervisoryAuthority } = harbourEnergy;
const languages: readonly Language[] = languageSchema.options;
const BASE = 'https://desk.example.nl/live/';

/** Names of the other organisation, and of Dutch authorities, laws and numbers: in either language. */
const FOREIGN =
  /ct.?telecom|cleartalk|leiden|rooseveltstraat|\bkvk\b|autoriteit|\bacm\b|\buavg\b|uitvoeringswet|implementation act|\bbsn\b|burgerservice|citizen service|\bawr\b|rijksbelasting|general taxes|belastingdienst|rechtbank|district court|koningsdag|\bnederland\b|netherlands|dutch (?:law|act|general|court)|amsterdam|088-|27321932/i;
/** What only a provider of telephony would say. */
const TRADE =
  /telecom|verkeersgegevens|traffic data|telefoonnummer meenemen|keep your (?:phone )?number|sim-?kaart|sim card/i;

const matchOf = (text: string) => FOREIGN.exec(text)?.[0] ?? TRADE.exec(text)?.[0];

/** What a page of the samples says. */
function textIn(pages: ReturnType<typeof allPages>, name: string): string {
  const page = pages.find(([each]) => each === name);
  return new ParsedHtml(found(page, name)[1]).text;
}

describe('what is tied to one organisation', () => {
  it('is found where it is: in the mails and pages of that one', () => {
    const [, start] = found(
      allPages(contextIn('nl')).find(([name]) => name === 'start'),
      'page',
    );
    expect(matchOf(start)).toBe('CT Telecom');
    const { text } = createMailRenderer(ctTelecom)(found(sampleRequesterMails('nl')[2], 'mail'), 'nl', false);
    expect(text).toContain('BSN');
    expect(text).toContain('Autoriteit Persoonsgegevens');
  });
});

describe.each(languages)('pages of the second organisation in %s', (language) => {
  const pages = allPages(contextIn(language, harbourEnergy)).filter(([name]) => name !== 'API reference');

  it.each(pages)('"%s" says nothing of the first, nor of its country or trade', (_name, markup) => {
    const page = new ParsedHtml(markup);
    expect(matchOf(page.text)).toBeUndefined();
    expect(page.text).toContain('Harbour Energy Co-operative Limited, 14 Old Mint Street, Valletta VLT 1516');
  });

  it.each(pages)('"%s" leads to its own sites', (_name, markup) => {
    const sites = new Set([harbourEnergy.statementUrl, supervisoryAuthority.website]);
    const elsewhere = new ParsedHtml(markup).targets.filter(
      (target) => !target.startsWith('#') && !target.startsWith(BASE) && !sites.has(target),
    );
    expect(elsewhere).toEqual([]);
  });

  it('name its authority, its register and the number nobody needs to send', () => {
    expect(textIn(pages, 'answers')).toContain(supervisoryAuthority.name);
    expect(textIn(pages, 'form')).toContain(harbourEnergy.jurisdiction.personalNumber[language]);
    expect(textIn(pages, 'form')).toContain(
      language === 'nl' ? 'een kind jonger dan 18 jaar' : 'a child younger than 18',
    );
    expect(textIn(pages, 'start')).toContain(`${harbourEnergy.jurisdiction.registrationLabel[language]}: MCCF 0142`);
  });

  it('show its logo', () => {
    const [, markup] = found(
      pages.find(([name]) => name === 'start'),
      'start',
    );
    const logos = new ParsedHtml(markup).named('img').map((image) => attribute(image, 'src'));
    expect(look.logo).not.toBe(ctTelecom.look.logo);
    expect(logos).toEqual([`${BASE}assets/logo.svg`]);
  });
});

describe.each(languages)('mails of the second organisation in %s', (language) => {
  const render = createMailRenderer(harbourEnergy);
  const mails = [
    ...sampleRequesterMails(language),
    ...sampleConsentMails(harbourEnergy, language),
    ...sampleTaskMails,
    ...sampleStaffMails,
  ].map((model) => [model.template, render(model, language, false)] as const);

  it.each(mails)('%s says nothing of the first, nor of its country or trade', (_template, { subject, text, html }) => {
    for (const part of [subject, text, html]) expect(matchOf(part)).toBeUndefined();
    expect(text).toContain('MCCF 0142');
    expect(html).toContain(look.accentColour);
    expect(html).not.toContain(ctTelecom.look.accentColour);
  });
});

describe.each(languages)('letters of the second organisation in %s', (language) => {
  const letters = sampleLetters(harbourEnergy, language);

  it.each(letters.map((letter) => [`${letter.outcome} ${letter.requestType} ${letter.ground ?? ''}`, letter] as const))(
    '%s says nothing of the first, nor of its country or trade',
    (_what, model) => {
      const text = letterText([...decisionLetter(model, language), ...letterSignature(harbourEnergy, language)]);
      expect(matchOf(text)).toBeUndefined();
    },
  );

  it('rest refusals on the law of its country', () => {
    const text = (ground: string) =>
      letterText(
        decisionLetter(
          found(
            letters.find((letter) => letter.ground === ground),
            ground,
          ),
          language,
        ),
      );
    expect(text('gdpr_23_1_d')).toContain('586.09');
    expect(text('tax_law')).toContain('Income Tax Management Act');
    expect(text('tax_law')).toContain(harbourEnergy.courtSentence[language]);
  });

  it.each(requestTypeSchema.options)('a draft on %s says nothing of them either', (requestType) => {
    const facts = {
      caseNumber: CASE_NUMBER,
      requesterName: 'Wilhelmina Achterberg',
      receivedDate: date('2026-06-09'),
      today: date('2026-07-01'),
    };
    expect(matchOf(draftAnswer(harbourEnergy, requestType, language, facts))).toBeUndefined();
  });
});

it('the API of the second organisation is described with its own topic', async () => {
  const reference = await makeApiReference(harbourEnergy);
  expect(reference).toContain('sunlight');
  expect(matchOf(reference)).toBeUndefined();
});
