import { formatInstant } from '../../domain/deadlines/format.ts';
import type { ActionDoor, ClosedDoor } from '../../domain/desk/use-cases/open-action.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { hiddenField, inputField } from './fields.ts';
import { formInNewTab, type KeptForm, keptForm } from './kept-form.ts';
import { renderPage } from './layout.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';
import { deskLinks } from './staff-action-page.ts';

type Closed<Outcome> = Extract<ClosedDoor, { outcome: Outcome }>;

/** What goes with each of these pages; `kept` is null where nothing was filled in. */
interface Kept {
  readonly kept: KeptForm | null;
}

/** The link of a colleague's mail, or of a real case in a session for rehearsals. Nothing was mailed yet. */
export function wrongSessionPage(
  context: PageContext,
  { closed, token, kept }: Kept & { readonly closed: Closed<'wrong_session'>; readonly token: string },
): string {
  const { wrongSession: words } = textsOf(context.language).linkStates;
  const { addressee, signedInAs, caseNumber } = closed;
  const isOwn = addressee.staffId === signedInAs.staffId;
  const makeForm = kept === null ? form : formInNewTab;
  return renderPage(context, {
    title: isOwn ? words.rehearsalTitle : words.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">
        ${isOwn ? words.rehearsal(signedInAs.name) : words.lead(addressee.name, signedInAs.name)}
      </p>
      ${caseNumber !== null && caseOnDesk(context, caseNumber, kept !== null)}
      <p>${words.isYou(addressee.name)}</p>
      ${makeForm(context, PATHS.signOut, hiddenField('token', token), words.button, { second: caseNumber !== null })}
      ${keptSection(context, kept)}`,
  });
}

/** The way of whoever may see the case themselves; beside a form that was filled in, it must not lead away from it. */
function caseOnDesk(context: PageContext, caseNumber: string, inNewTab: boolean): Html {
  const { wrongSession: words, ended } = textsOf(context.language).linkStates;
  const address = caseAddress(context, caseNumber);
  return html`<p>${words.toCase}</p>
    <p>
      ${
        inNewTab
          ? html`<a class="button" href="${address}" target="_blank" rel="noopener">${ended.newTab(words.caseLink)}</a>`
          : html`<a class="button" href="${address}">${words.caseLink}</a>`
      }
    </p>`;
}

/** The link of one's own mail whose time is over, with the same action from the desk. */
export function staffLinkExpiredPage(
  context: PageContext,
  { closed, kept }: Kept & { readonly closed: Closed<'link_expired'> },
): string {
  const texts = textsOf(context.language);
  const { staffExpired: words } = texts.linkStates;
  const { act, expiredAt, mayAct } = closed;
  const door: ActionDoor = { kind: 'desk', ...act };
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${words.lead(formatInstant(parseInstant(expiredAt), context.language))}</p>
      <p>${mayAct ? words.mayAct : words.gone}</p>
      ${
        // What was filled in goes along, into a form that can be pressed.
        mayAct && kept === null && form(context, PATHS.act, doorFields(door), words.button)
      }
      ${keptSection(context, kept === null ? null : mayAct ? throughDesk(kept, act) : kept)}
      ${mayAct ? deskLinks(context, act.caseNumber, texts) : overviewLink(context)}`,
  });
}

/** The same form by way of the desk instead of the link. The fields of the door come first. */
function throughDesk({ path, fields }: KeptForm, { action, caseNumber, on }: Closed<'link_expired'>['act']): KeptForm {
  const door: readonly (readonly [string, string])[] = [
    ['act', action],
    ['caseNumber', caseNumber],
    ...(on === null ? [] : [['on', on] as const]),
  ];
  return { path, fields: [...door, ...fields.filter(([name]) => name !== 'token')] };
}

/** Without a session, by a link: a mail to sign in went to its addressee. What was filled in is given back. */
export function signInSentKeptPage(context: PageContext, { kept }: { readonly kept: KeptForm }): string {
  const texts = textsOf(context.language);
  const { ended: words } = texts.linkStates;
  const { signInSent } = texts.deskPages;
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${words.lead}</p>
      <p class="about">${words.nothingLost} ${words.steps}</p>
      <h2>${words.signInHeading}</h2>
      <p>${signInSent.lead}</p>
      <p>${signInSent.lives}</p>
      ${goOn(context, kept)}`,
  });
}

/** A form of the desk that was posted without a session, or in one for rehearsals only. It is given back. */
export function sessionEndedPage(
  context: PageContext,
  { kept, rehearsalOnly = false }: { readonly kept: KeptForm; readonly rehearsalOnly?: boolean },
): string {
  const texts = textsOf(context.language);
  const { ended: words, signOut } = texts.linkStates;
  const { desk } = texts.deskPages;
  const email = inputField({ name: 'email', type: 'email', label: desk.email, required: true, autocomplete: 'email' });
  return renderPage(context, {
    title: rehearsalOnly ? words.rehearsalTitle : words.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${rehearsalOnly ? words.rehearsal : words.lead}</p>
      <p class="about">${words.nothingLost} ${words.steps}</p>
      <h2>${words.signInHeading}</h2>
      ${rehearsalOnly && formInNewTab(context, PATHS.signOut, false, signOut.button)}
      ${formInNewTab(context, PATHS.desk, email, desk.button)} ${goOn(context, kept)}`,
  });
}

/** No such case, or not one this session may see: which of them is not told. */
export function caseNotShownPage(
  context: PageContext,
  model: { readonly name: string; readonly rehearsalOnly: boolean },
): string {
  const texts = textsOf(context.language);
  const { caseNotShown: words } = texts.linkStates;
  return renderPage(context, {
    title: words.title,
    path: PATHS.desk,
    main: html`<p class="lead">${words.lead}</p>
      <p>${words.signedInAs(model.name)} ${model.rehearsalOnly && words.rehearsal}</p>
      ${overviewLink(context)}`,
  });
}

function overviewLink(context: PageContext): Html {
  const { toOverview } = textsOf(context.language).deskPages.case;
  return html`<p><a href="${pageAddress(context, PATHS.desk)}">${toOverview}</a></p>`;
}

function goOn(context: PageContext, kept: KeptForm): Html {
  const { ended: words } = textsOf(context.language).linkStates;
  return html`<h2>${words.goOnHeading}</h2>
    ${keptForm(context, kept)}`;
}

function keptSection(context: PageContext, kept: KeptForm | null): Html | false {
  const { ended: words } = textsOf(context.language).linkStates;
  return (
    kept !== null &&
    html`<section>
      <p class="about">${words.nothingLost}</p>
      ${keptForm(context, kept)}
    </section>`
  );
}
