import { SESSION_HOURS } from '../../domain/desk/staff-session.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { hiddenField, inputField, tokenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';

/** Where staff ask for a link to sign in; posts `email` to `/desk`, and the case they wanted to see if there is one. */
export function deskPage(
  context: PageContext,
  { caseNumber }: { readonly caseNumber?: string | undefined } = {},
): string {
  const { desk } = textsOf(context.language).deskPages;
  const field = inputField({
    name: 'email',
    type: 'email',
    label: desk.email,
    required: true,
    autocomplete: 'email',
  });
  return renderPage(context, {
    title: desk.title,
    path: caseNumber === undefined ? PATHS.desk : `/desk/cases/${caseNumber}`,
    main: html`<p class="lead">${desk.lead}</p>
      ${form(
        context,
        PATHS.desk,
        html`${field} ${caseNumber !== undefined && hiddenField('caseNumber', caseNumber)}`,
        desk.button,
      )}`,
  });
}

/** The answer to any address, of staff or not. */
export function signInSentPage(context: PageContext): string {
  const { signInSent } = textsOf(context.language).deskPages;
  return renderPage(context, {
    title: signInSent.title,
    path: PATHS.desk,
    main: html`<p class="lead">${signInSent.lead}</p>
      <p>${signInSent.lives}</p>`,
  });
}

/** The page behind the link in a sign-in mail; its button posts to `/desk/sign-in`. */
export function signInPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { signIn } = texts.deskPages;
  return renderPage(context, {
    title: signIn.title,
    path: PATHS.signIn,
    main: html`<p class="lead">${signIn.lead}</p>
      ${form(context, PATHS.signIn, tokenField(texts), signIn.button)}`,
  });
}

/** The answer to signing in, when no case was waiting to be opened. */
export function signedInPage(context: PageContext): string {
  const { signedIn } = textsOf(context.language).deskPages;
  return renderPage(context, {
    title: signedIn.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${signedIn.lead(SESSION_HOURS)}</p>
      <p>${signedIn.next}</p>
      <p><a class="button" href="${pageAddress(context, PATHS.desk)}">${signedIn.overview}</a></p>`,
  });
}

/** The page behind a link to a case; its button posts to `/desk/act` and changes nothing yet. */
export function openActionPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { openAction } = texts.deskPages;
  return renderPage(context, {
    title: openAction.title,
    path: PATHS.act,
    main: html`<p class="lead">${openAction.lead}</p>
      ${form(context, PATHS.act, tokenField(texts), openAction.button)}`,
  });
}
