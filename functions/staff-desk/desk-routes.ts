import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { absenceFormSchema } from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { normaliseCaseNumber } from '../../domain/cases/case-number.ts';
import { findSessionMember } from '../../domain/desk/session-member.ts';
import { endAbsence } from '../../domain/desk/use-cases/end-absence.ts';
import { openCaseOnDesk } from '../../domain/desk/use-cases/open-case-on-desk.ts';
import type { IntakeDependencies } from '../../domain/desk/use-cases/intake-by-staff.ts';
import { openDesk } from '../../domain/desk/use-cases/open-desk.ts';
import { setAbsence } from '../../domain/desk/use-cases/set-absence.ts';
import { AbsenceRefusedError } from '../../domain/errors.ts';
import { possibleActions } from '../../domain/outbox/possible-actions.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { deskFilterSchema } from '../../views/pages/desk-filter.ts';
import { type DeskOverviewModel, deskOverviewPage } from '../../views/pages/desk-overview-page.ts';
import { caseNotShownPage } from '../../views/pages/closed-door-pages.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer, redirectAnswer } from '../runtime/http-answer.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import { caseViewOf } from './case-view-of.ts';
import { type MailFileRouteDependencies, withMailForms } from './mail-file-routes.ts';
import { sessionEndedAnswer } from './closed-door.ts';

export type DeskDependencies = MailFileRouteDependencies & Pick<IntakeDependencies, 'publicClock'>;

/** `GET /desk`: the overview in a session; anywhere else the form to ask for one. */
export function showDesk(
  dependencies: DeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  return overview(dependencies, context, event, 200, {});
}

async function overview(
  dependencies: DeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
  status: number,
  refused: Pick<DeskOverviewModel, 'wrongNumber' | 'absence'>,
): Promise<HttpAnswer> {
  const opened = await openDesk(dependencies, sessionSecretOf(event, dependencies.publicUrl));
  if (opened.outcome === 'sign_in_needed') return pageAnswer(200, deskPage(context));
  const { member, rows, left, unreadable, absences } = opened;
  const filter = deskFilterSchema.parse(event.queryStringParameters ?? {});
  return pageAnswer(
    status,
    deskOverviewPage(context, { member, rows, left, unreadable, absences, filter, ...refused }),
  );
}

/** `GET /desk/cases/{caseNumber}`: reads only; that it was read is recorded. */
export async function showCase(
  dependencies: DeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const typedNumber = event.pathParameters?.['caseNumber'] ?? '';
  const opened = await openCaseOnDesk(dependencies, sessionSecretOf(event, dependencies.publicUrl), typedNumber);
  if (opened.outcome === 'sign_in_needed') {
    return pageAnswer(200, deskPage(context, { caseNumber: normaliseCaseNumber(typedNumber) }));
  }
  if (opened.outcome === 'unknown') {
    const { member, rehearsalOnly } = opened.session;
    return pageAnswer(404, caseNotShownPage(context, { name: member.name, rehearsalOnly }));
  }
  const { organisation, calendar } = dependencies;
  const view = caseViewOf(dependencies, opened);
  const actions = possibleActions(opened.case, opened.member, { organisation, calendar, at: view.at });
  const page = deskCasePage(context, { view, actions, related: opened.related });
  return withMailForms(dependencies, pageAnswer(200, page), opened);
}

/** `POST /desk/find`: on to the case with a number. */
export async function findCase(
  dependencies: DeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const typed = formFields(readForm(event, dependencies.publicUrl))['caseNumber'] ?? '';
  const caseNumber = normaliseCaseNumber(typed);
  return caseNumber === undefined
    ? overview(dependencies, context, event, 422, { wrongNumber: typed.slice(0, LONGEST_SHOWN) })
    : redirectAnswer(caseAddress(context, caseNumber));
}

const LONGEST_SHOWN = 40;

/** `POST /desk/absence`: notes or ends an absence, of oneself or, by those who may, of others. */
export async function changeAbsence(
  dependencies: DeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const values = formFields(readForm(event, dependencies.publicUrl));
  const session = await findSessionMember(dependencies, sessionSecretOf(event, dependencies.publicUrl));
  // Absences are of real life: a session that a rehearsal's mail opened must not send real cases up the ladder.
  if (session === undefined || (session.rehearsalOnly && dependencies.publicClock === 'real')) {
    return sessionEndedAnswer(context, event, session);
  }
  const { data: form } = absenceFormSchema.safeParse(values);
  if (form === undefined) throw new ProblemError(problemOf('invalid-body'));
  const by = session.member.staffId;
  try {
    if ('end' in form) await endAbsence(dependencies, { staffId: form.end, endedBy: by });
    else {
      const [from, until] = [Temporal.PlainDate.from(form.from), Temporal.PlainDate.from(form.until)];
      await setAbsence(dependencies, { staffId: form.staffId, from, until, setBy: by });
    }
  } catch (error) {
    if (!(error instanceof AbsenceRefusedError)) throw error;
    return overview(dependencies, context, event, 422, { absence: { error: error.code, values } });
  }
  return redirectAnswer(pageAddress(context, PATHS.desk));
}
