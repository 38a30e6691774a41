import type { CaseText } from '../../domain/cases/case-text.ts';
import type { Inbound, MailAttachment } from '../../domain/cases/inbound.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { otherAddressOf } from '../../domain/inbound-mail/joined-mail.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import { senderWords } from '../sender-words.ts';
import type { Texts } from '../texts/nl.ts';
import { partsSection } from './case-parts.ts';
import { actorName, type CaseView } from './case-view.ts';
import { hiddenField } from './fields.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { factList, form, sizeOf, written } from './page-parts.ts';

/** Whether a case is a mail that nobody has sorted yet: its parts are proposals. */
export function isUnsorted({ case: subject }: Pick<CaseView, 'case'>): boolean {
  return subject.status === 'unconfirmed' && subject.inbound !== null;
}

/** Whether something in the mail spoke for what is proposed; a mail without that is a question until staff say otherwise. */
export function isRecognised({ content }: Pick<CaseView, 'content'>): boolean {
  return Object.keys(content.partTexts).length > 0;
}

/** The mail a case came as: what kind it is, its subject and its files; nothing for what came another way. */
export function mailSection(view: CaseView, context: PageContext, texts: Texts): Html | false {
  const { deskMail: words } = texts;
  const { inbound, caseNumber } = view.case;
  if (inbound === null) return false;
  const { mail } = view.content;
  return html`<section>
    <h2>${words.heading}</h2>
    ${marksOf(inbound, texts).map((mark) => html`<p class="warning">${mark}</p>`)}
    ${
      mail === undefined
        ? html`<p class="hint">${words.contentGone}</p>`
        : html`${factList([
            { label: words.subject, value: mail.subject === '' ? words.noSubject : written(mail.subject) },
            { label: words.sender, value: senderWords(inbound, texts) },
          ])}
          ${fileList(mail.attachments, caseNumber, inbound.readable, context, texts)}`
    }
    ${saveForm('message', words.saveWhole, caseNumber, context)}
  </section>`;
}

function marksOf({ sender, readable }: Inbound, { deskMail: { marks } }: Texts): readonly string[] {
  return [
    ...(readable ? [] : [marks.unreadable]),
    ...(sender === 'spam' ? [marks.spam] : []),
    ...(sender === 'machine' && readable ? [marks.machine] : []),
  ];
}

function fileList(
  files: readonly MailAttachment[],
  caseNumber: string,
  isReadable: boolean,
  context: PageContext,
  texts: Texts,
): Html {
  const { deskMail: words } = texts;
  if (files.length === 0) return html`${isReadable && html`<p class="hint">${words.noFiles}</p>`}`;
  return html`<h3>${words.files}</h3>
    <p class="hint">${words.caution}</p>
    <ul class="cases">
      ${files.map(({ fileName, bytes, objectKey }, index) => {
        const size = sizeOf(bytes, context.language, texts);
        return html`<li>
          ${objectKey === null ? written(fileName) : saveForm(String(index), words.save(fileName), caseNumber, context)}
          <span class="hint">${size}${objectKey === null && `, ${words.inMessageOnly}`}</span>
        </li> `;
      })}
    </ul>`;
}

/** The answer to its press leads to the file itself. */
function saveForm(file: string, label: string, caseNumber: string, context: PageContext): Html {
  const fields = html`${hiddenField('caseNumber', caseNumber)} ${hiddenField('file', file)}`;
  return form(context, PATHS.mail, fields, label, { second: true });
}

/** The parts of a case, or what a mail that nobody has sorted seems to ask. */
export function partsOrProposal(view: CaseView, current: string | null, context: PageContext, texts: Texts): Html {
  const { deskMail: words } = texts;
  if (!isUnsorted(view)) {
    return html`<section>
      <h2>${texts.deskPages.action.partsHeading}</h2>
      ${partsSection(view, current, context, texts)}
    </section>`;
  }
  return html`<section>
    <h2>${words.proposedHeading}</h2>
    ${
      isRecognised(view)
        ? html`<p>${words.proposedLead}</p>
            ${partsSection(view, current, context, texts)}`
        : html`<p>${words.nothingRecognised}</p>`
    }
  </section>`;
}

/** A mail that joined a case: whose it is, what it says, and the message itself. */
export function joinedMailArticle(text: CaseText, view: CaseView, context: PageContext, texts: Texts): Html {
  const { joined: words, saveWhole } = texts.deskMail;
  const { text: said = '', files } = text.texts;
  const otherAddress = otherAddressOf(text);
  const who =
    otherAddress === undefined
      ? texts.deskWords.by(actorName(text.from, context.organisation, texts))
      : words.fromOther;
  return html`<article>
    <h3>${words.heading} ${who}, ${formatInstant(parseInstant(text.at), context.language)}</h3>
    ${
      otherAddress !== undefined &&
      html`<p class="warning">
        <strong>${words.otherAddress} ${written(otherAddress)}</strong> ${words.otherAddressWarning}
      </p>`
    }
    ${said === '' ? html`<p class="hint">${words.noText}</p>` : html`<div class="letter">${written(said)}</div>`}
    ${files !== undefined && factList([{ label: words.files, value: written(files) }])}
    ${saveForm(text.textId, saveWhole, view.case.caseNumber, context)}
  </article> `;
}
