import { languageSchema, type Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { html, toDocument, type Html } from '../../views/html.ts';
import { closingLetter } from '../../views/letters/closing-letter.ts';
import { decisionLetter } from '../../views/letters/decision-letter.ts';
import { letterHtml, letterSignature, letterText } from '../../views/letters/letter-parts.ts';
import type { Block } from '../../views/mails/blocks.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { CASE_NUMBER, date } from './sample-case.ts';
import { sampleConsentMails } from './sample-consent-mails.ts';
import { sampleLetters } from './sample-letters.ts';
import { sampleRequesterMails } from './sample-requester-mails.ts';
import { sampleStaffMails, sampleTaskMails } from './sample-staff-mails.ts';

/** One mail or letter as it is shown: its two renderings beside each other. */
interface Exhibit {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly language: Language;
  readonly text: string;
  readonly document: string;
}

const STYLE = `body{font-family:system-ui,sans-serif;margin:2rem;line-height:1.5}
section{border-top:1px solid #888;padding:1rem 0}h1,h2{line-height:1.2}
.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:start}
pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem;margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:40rem;border:1px solid #888;background:#fff}
nav ul{columns:3}@media(max-width:60rem){.two{grid-template-columns:1fr}nav ul{columns:1}}`;

/** All mails and letters of an organisation, with made-up cases, as one page to read by eye. */
export function gallery(organisation: OrganisationProfile): { readonly page: string; readonly count: number } {
  const exhibits = languageSchema.options.flatMap((language) => [
    ...mailsOf(organisation, language),
    ...lettersOf(organisation, language),
  ]);
  const page = toDocument(
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mails and letters</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Mails and letters of ${organisation.brandName}</h1>
        <p>Made-up cases. The text is on the left, the HTML on the right; both have the same words.</p>
        ${languageSchema.options.map((language) => contents(language, exhibits))} ${exhibits.map(exhibitHtml)}
      </body>
    </html>`,
  );
  return { page, count: exhibits.length };
}

function mailsOf(organisation: OrganisationProfile, language: Language): readonly Exhibit[] {
  const render = createMailRenderer(organisation);
  const models: readonly MailModel[] = [
    ...sampleRequesterMails(language),
    ...sampleConsentMails(organisation, language),
    ...sampleTaskMails,
    ...sampleStaffMails,
  ];
  return models.map((model, index) => {
    const { subject, text, html: document } = render(model, language, false);
    const role = 'role' in model ? ` (${model.role})` : '';
    return {
      id: `${language}-mail-${index + 1}`,
      title: subject,
      kind: `${model.template}${role}`,
      language,
      text,
      document,
    };
  });
}

function lettersOf(organisation: OrganisationProfile, language: Language): readonly Exhibit[] {
  const { words } = textsOf(language);
  const decisions = sampleLetters(organisation, language).map((model) => ({
    title: words.asks[model.requestType],
    kind: `letter, ${model.outcome}${model.ground === null ? '' : `, ${model.ground}`}`,
    blocks: decisionLetter(model, language),
  }));
  const closed = {
    title: CASE_NUMBER,
    kind: 'letter, case closed',
    blocks: closingLetter(
      {
        caseNumber: CASE_NUMBER,
        closedOn: date('2026-07-01'),
        contentUntil: date('2027-07-01'),
        proofUntil: date('2031-07-01'),
        organisation,
      },
      language,
    ),
  };
  return [...decisions, closed].map(({ title, kind, blocks }, index) => {
    const whole: readonly Block[] = [...blocks, ...letterSignature(organisation, language)];
    return {
      id: `${language}-letter-${index + 1}`,
      title,
      kind,
      language,
      text: letterText(whole),
      document: toDocument(
        html`<html lang="${language}">
          <head>
            <meta charset="utf-8" />
            <title>${title}</title>
          </head>
          <body>
            ${letterHtml(whole)}
          </body>
        </html>`,
      ),
    };
  });
}

function contents(language: Language, exhibits: readonly Exhibit[]): Html {
  const mine = exhibits.filter((exhibit) => exhibit.language === language);
  return html`<nav aria-label="${language}">
    <h2>${language === 'nl' ? 'Nederlands' : 'English'}</h2>
    <ul>
      ${mine.map(({ id, kind, title }) => html`<li><a href="#${id}">${kind}</a>: ${title}</li> `)}
    </ul>
  </nav> `;
}

function exhibitHtml({ id, title, kind, language, text, document }: Exhibit): Html {
  return html`<section id="${id}" lang="${language}">
    <h2>${title}</h2>
    <p lang="en">${kind}</p>
    <div class="two">
      <pre>${text}</pre>
      <iframe title="${title}" sandbox="" srcdoc="${document}" loading="lazy"></iframe>
    </div>
  </section> `;
}
