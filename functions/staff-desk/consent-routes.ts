import type { APIGatewayProxyEvent } from 'aws-lambda';
import { deskConsentsFormSchema } from '../../contracts/http/consents.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { preferencesOf } from '../../domain/consents/preferences.ts';
import { EVERY_TOPIC } from '../../domain/consents/suppression.ts';
import { type WithdrawDependencies, withdrawConsent } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { findSessionMember, type SessionDependencies, type SignedInMember } from '../../domain/desk/session-member.ts';
import type { IntakeDependencies } from '../../domain/desk/use-cases/intake-by-staff.ts';
import { deskConsentsPage } from '../../views/pages/desk-consents-page.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import type { PageSettings } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import { sessionEndedAnswer } from './closed-door.ts';

export type ConsentRouteDependencies = Omit<WithdrawDependencies, 'rehearsing'> &
  SessionDependencies &
  Pick<IntakeDependencies, 'publicClock'> &
  PageSettings;

/** `GET /desk/consents`: the form to look up an address. */
export async function showConsents(
  dependencies: ConsentRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { session } = await sessionOf(dependencies, event);
  return pageAnswer(200, session === undefined ? deskPage(context) : deskConsentsPage(context, {}));
}

/**
 * `POST /desk/consents`: what is known of an address, or stops mails for whoever calls. The address travels in the body
 * only. The data protection officer looks and does not act. Throws ProblemError and what withdrawConsent throws.
 */
export async function lookUpConsents(
  dependencies: ConsentRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const values = formFields(readForm(event, dependencies.publicUrl));
  const { session, refused } = await sessionOf(dependencies, event);
  if (session === undefined) return sessionEndedAnswer(context, event, refused);
  const parsed = deskConsentsFormSchema.safeParse(values);
  if (!parsed.success) {
    if (parsed.error.issues.some(({ path }) => path[0] !== 'email')) throw new ProblemError(problemOf('invalid-body'));
    return pageAnswer(422, deskConsentsPage(context, { wrong: (values['email'] ?? '').slice(0, LONGEST_SHOWN) }));
  }
  const { email, stop } = parsed.data;
  const { organisation, publicClock } = dependencies;
  const who = { email, language: organisation.defaultLanguage };
  const mayStop = session.member.role !== 'data_protection_officer';
  if (stop !== undefined) {
    const known = (await preferencesOf(dependencies, who)).map(({ topic }) => topic);
    if (!mayStop || ![EVERY_TOPIC, ...known].includes(stop)) throw new ProblemError(problemOf('invalid-body'));
    const by = { kind: 'staff', staffId: session.member.staffId } as const;
    const topics = stop === EVERY_TOPIC ? 'all' : [stop];
    const act = { topics, reason: 'withdrawn', through: 'staff', by, caseNumber: null } as const;
    await withdrawConsent({ ...dependencies, rehearsing: publicClock !== 'real' }, who, act);
    log('CONSENT_WITHDRAWN', { outcome: act.through });
  }
  const topics = await preferencesOf(dependencies, who);
  const found = { email, topics, mayStop, stopped: stop ?? null };
  return pageAnswer(200, deskConsentsPage(context, { found }));
}

const LONGEST_SHOWN = 254;

/** Consents are of real life: a session that a rehearsal's mail opened sees and stops none. */
async function sessionOf(
  dependencies: ConsentRouteDependencies,
  event: APIGatewayProxyEvent,
): Promise<{ readonly session?: SignedInMember | undefined; readonly refused?: SignedInMember | undefined }> {
  const session = await findSessionMember(dependencies, sessionSecretOf(event, dependencies.publicUrl));
  return session?.rehearsalOnly === true && dependencies.publicClock === 'real' ? { refused: session } : { session };
}
