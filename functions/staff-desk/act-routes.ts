import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ZodError } from 'zod';
import { parseStaffForm } from '../../contracts/http/staff-forms.ts';
import type { StaffInput } from '../../domain/desk/staff-input.ts';
import { type DecideDependencies, decideAction } from '../../domain/desk/use-cases/decide-action.ts';
import {
  type ActionDoor,
  openAction,
  type OpenedAction,
  type ShownAction,
} from '../../domain/desk/use-cases/open-action.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { SESSION_HOURS } from '../../domain/desk/staff-session.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import { mintToken } from '../../domain/outbox/mint-token.ts';
import type { InboundMailFiles } from '../../domain/inbound-mail/ports.ts';
import { writtenTexts } from '../../views/pages/kept-form.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import type { StaffActionProblem } from '../../views/pages/staff-action-problem.ts';
import { staffActionPage, type StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { outcomesOf, partOf } from '../../views/pages/staff-form-options.ts';
import { type HttpAnswer, pageAnswer, withCookie } from '../runtime/http-answer.ts';
import type { PageSettings } from '../runtime/page-problems.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import { closedDoorAnswer } from './closed-door.ts';
import { doneBeforePage, donePage, type TypedInVain } from './decided-page.ts';
import { formProblem } from './form-problem.ts';
import { withMailForms } from './mail-file-routes.ts';
import { type PostedLetterDependencies, postedLetterOf } from './posted-letter-of.ts';
import { previewOf } from './preview-of.ts';
import { readStaffForm } from './read-staff-form.ts';
import { staffActionModel } from './staff-action-model.ts';

export type ActDependencies = DecideDependencies &
  PageSettings &
  PostedLetterDependencies & { readonly mailFiles: InboundMailFiles };

/** `POST /desk/act`: the form of an action, with the case; or the letter that a task is about. Changes nothing. */
export async function showAction(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const { door: entered, fields } = readStaffForm(event, publicUrl);
  const sessionSecret = sessionSecretOf(event, publicUrl);
  const opened = await openAction(dependencies, entered, sessionSecret);
  if (opened.outcome !== 'show') return closedDoorAnswer(context, event, opened, entered);
  const letter = fields['print'] === 'on' ? await postedLetterOf(dependencies, opened, context) : undefined;
  if (letter !== undefined) return withMailForms(dependencies, pageAnswer(200, letter), opened);
  const door = await onceOnly(dependencies, entered, opened);
  const model = staffActionModel(dependencies, opened, door, context);
  // What was filled in before the person had to sign in again.
  const values = Object.keys(fields).length === 0 ? null : fields;
  return withMailForms(dependencies, pageAnswer(200, staffActionPage(context, { ...model, values })), opened);
}

/**
 * A form from the desk gets a link of its own, which its press uses up: a hasty second press does nothing twice. Files
 * have forms of their own.
 */
async function onceOnly(
  { randomBytes, tokens, clock }: ActDependencies,
  door: ActionDoor,
  opened: ShownAction,
): Promise<ActionDoor> {
  if (door.kind === 'link' || opened.done !== null) return door;
  const { action, caseNumber, on, staffId } = opened.act;
  if (action === 'attach_file') return door;
  const grant = { action, caseNumber, on, staffId };
  const { secret, token } = mintToken(randomBytes, grant, clock.now().add({ hours: SESSION_HOURS }));
  await tokens.putAll([token]);
  return { kind: 'link', secret };
}

/**
 * The page of an action that somebody wanted to open before signing in.
 * @param cookie a Set-Cookie value that goes with it
 */
export async function actionAnswer(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
  { opened, door, cookie }: { readonly opened: OpenedAction; readonly door: ActionDoor; readonly cookie: string },
): Promise<HttpAnswer> {
  if (opened.outcome !== 'show') return withCookie(closedDoorAnswer(context, event, opened, door), cookie);
  const page = staffActionPage(context, staffActionModel(dependencies, opened, door, context));
  return withMailForms(dependencies, pageAnswer(200, page, cookie), opened);
}

/** `POST /desk/decide`: carries out an action, or shows the filled-in form again with what is wrong. */
export async function decide(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const { door, fields, redraw } = readStaffForm(event, publicUrl);
  const sessionSecret = sessionSecretOf(event, publicUrl);
  const opened = await openAction(dependencies, door, sessionSecret);
  if (opened.outcome !== 'show') return closedDoorAnswer(context, event, opened, door);
  const { act, case: subject, done, member } = opened;
  if (done !== null) {
    const decided = { outcome: 'done_before', action: act.action, case: subject, ...done } as const;
    return pageAnswer(200, doneBeforePage(context, decided, typedInVain(member, fields)));
  }

  const model = staffActionModel(dependencies, opened, door, context);
  const again = (status: number, more: Pick<StaffActionModel, 'problem' | 'preview'>) =>
    withMailForms(
      dependencies,
      pageAnswer(status, staffActionPage(context, { ...model, values: fields, ...more })),
      opened,
    );
  if (redraw) return again(200, {});
  const input = parsedForm(opened, model, fields);
  if ('problem' in input) return again(422, input);
  const isPreview = event.queryStringParameters?.['preview'] === '1' || fields['preview'] !== undefined;

  try {
    if (isPreview && input.action === 'answer') return await again(200, { preview: previewOf(input, model, context) });
    const decided = await decideAction(dependencies, door, sessionSecret, input, opened);
    if (decided.outcome === 'done') return pageAnswer(200, donePage(context, dependencies.keys, decided, input));
    if (decided.outcome === 'done_before') {
      return pageAnswer(200, doneBeforePage(context, decided, typedInVain(member, fields)));
    }
    return closedDoorAnswer(context, event, decided, door);
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    const { rule, field, possibleUntil } = error;
    return again(422, { problem: { kind: 'rule', rule, field, possibleUntil } });
  }
}

/** Who wrote what while it was done already. */
function typedInVain({ staffId }: StaffMember, fields: Readonly<Record<string, string>>): TypedInVain {
  return { staffId, texts: writtenTexts(Object.entries(fields)) };
}

function parsedForm(
  { act }: ShownAction,
  model: StaffActionModel,
  fields: Readonly<Record<string, string>>,
): StaffInput | { readonly problem: StaffActionProblem } {
  const [only, ...others] = outcomesOf(partOf(model));
  try {
    return parseStaffForm(act.action, fields, others.length === 0 ? only : undefined);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return { problem: formProblem(error, act.action, fields) };
  }
}
