import { type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import type { CaseView } from './case-view.ts';
import { checkboxField, hiddenField } from './fields.ts';
import { isRecognised, isUnsorted } from './mail-section.ts';
import type { PageContext } from './page-context.ts';
import { written } from './page-parts.ts';
import { group } from './staff-form-groups.ts';

interface MailFormModel {
  readonly view: CaseView;
  readonly action: StaffAction;
  /** What was filled in before; null for a form nobody has filled in yet. */
  readonly values: Readonly<Record<string, string>> | null;
}

/** What a mail asks, a box for each type: what is proposed first and ticked, with the words of the mail that speak for it. */
export function requestTypesGroup({ view, values }: MailFormModel, error: string | undefined, texts: Texts): Piece {
  if (!isUnsorted(view)) return false;
  const { accept: words } = texts.deskMail;
  const proposed = [...new Set(view.case.parts.map(({ requestType }) => requestType))];
  const others = requestTypeSchema.options.filter((type) => !proposed.includes(type));
  const box = (type: RequestType) =>
    checkboxField({
      name: `type_${type}`,
      label: html`${texts.words.names[type]} ${passageOf(type, view, texts)}`,
      checked: values === null ? proposed.includes(type) : values[`type_${type}`] === 'on',
    });
  const lead = isRecognised(view) ? words.proposed(proposed.length) : words.nothing;
  return group('types', words.heading, lead, error, [hiddenField('chosen', 'yes'), [...proposed, ...others].map(box)]);
}

function passageOf(type: RequestType, { case: subject, content }: CaseView, { deskMail }: Texts): Html | false {
  const part = subject.parts.find(({ requestType }) => requestType === type);
  const passage = part === undefined ? undefined : content.partTexts[part.partId];
  return passage !== undefined && html`<span class="hint">${deskMail.accept.why} ${written(passage)}</span>`;
}

/** The button of a form about a mail, where it is another than usual. */
export function mailButton({ view, action }: MailFormModel, texts: Texts): string | undefined {
  return action === 'accept' && isUnsorted(view) ? texts.deskMail.accept.button : undefined;
}

/** What happens when the button is pressed, where that is another thing for a mail. */
export function mailLead({ view, action }: MailFormModel, texts: Texts): string | undefined {
  if (action !== 'accept' || !isUnsorted(view)) return undefined;
  const { counts, acknowledged, willBeAcknowledged } = texts.deskMail.accept;
  return `${counts} ${view.case.inbound?.acknowledged === true ? acknowledged : willBeAcknowledged}`;
}

/** Besides the usual warning: where a mail goes that is no privacy matter. */
export function mailHint({ view, action }: MailFormModel, { organisation }: PageContext, texts: Texts): Html | false {
  if (action !== 'dismiss' || !isUnsorted(view)) return false;
  const { hasAlready, sentOn } = texts.deskMail.dismiss;
  return html`<p class="about">${organisation.customerServiceEmail === null ? hasAlready : sentOn}</p>`;
}

/** The ground most mails have in which nothing was recognised; none is suggested for any other. */
export function usualGround(view: CaseView): 'spam' | 'customer_service' | undefined {
  if (!isUnsorted(view) || isRecognised(view)) return undefined;
  return view.case.inbound?.sender === 'spam' ? 'spam' : 'customer_service';
}
