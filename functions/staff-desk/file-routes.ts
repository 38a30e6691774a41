import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { arrivedQuerySchema, attachFileFormSchema, deskFileFormSchema } from '../../contracts/http/file-forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { FILE_ID_BYTES, filesOf, MAX_FILES } from '../../domain/cases/answer-file.ts';
import type { Case, OpenCase } from '../../domain/cases/case.ts';
import { retryOnConflict } from '../../domain/cases/commit-change.ts';
import type { Part } from '../../domain/cases/part.ts';
import { attachFile, mayChangeFiles, offerFileUpload } from '../../domain/cases/use-cases/attach-file.ts';
import { fileNameOf } from '../../domain/cases/use-cases/release-file.ts';
import { removeFile } from '../../domain/cases/use-cases/remove-file.ts';
import { type ActionDoor, openAction, type ShownAction } from '../../domain/desk/use-cases/open-action.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import type { AnswerFileStore, RandomBytes } from '../../domain/ports.ts';
import { deskFilesPage, type DeskFilesModel, fileArrivedPage } from '../../views/pages/file-pages.ts';
import { pageAddress, PATHS, type PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer, redirectAnswer } from '../runtime/http-answer.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { withFormsTo } from '../runtime/security-headers.ts';
import { shownFile } from '../runtime/shown-file.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import type { ActDependencies } from './act-routes.ts';
import { closedDoorAnswer } from './closed-door.ts';
import { readStaffForm } from './read-staff-form.ts';

export interface FileRouteDependencies extends ActDependencies {
  readonly files: AnswerFileStore;
  readonly randomBytes: RandomBytes;
}

/** A part and its files, as somebody came to them. */
interface Opened {
  readonly door: ActionDoor;
  readonly shown: ShownAction;
  readonly part: Part;
  readonly fields: Readonly<Record<string, string>>;
}

/** `POST /desk/files`: the files of a part, and the form that puts one more into the store. Changes nothing. */
export function showFiles(
  dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  return inSession(dependencies, context, event, (opened) => filesAnswer(dependencies, context, opened, 200, {}));
}

/** `GET /desk/files/arrived`: where the store leads to. Reads nothing and changes nothing. */
export async function fileArrived(
  _dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const query = arrivedQuerySchema.safeParse(event.queryStringParameters ?? {});
  if (!query.success) throw new ProblemError(problemOf('not-found'));
  const { case: caseNumber, part: partId, file: fileId } = query.data;
  return pageAnswer(200, fileArrivedPage(context, { caseNumber, partId, fileId }));
}

/** `POST /desk/files/attach`: the file that arrived becomes part of the answer. */
export function attachArrived(
  dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  return inSession(dependencies, context, event, async (opened) => {
    const input = parsed(attachFileFormSchema, opened.fields);
    try {
      const subject = openOnly(opened.shown.case);
      const stored = await attachFile(dependencies, subject, actOf(opened), input, dependencies.clock.now());
      return await filesAnswer(dependencies, context, withCase(opened, stored), 200, { done: 'attached' });
    } catch (error) {
      if (!(error instanceof RuleRefusedError)) throw error;
      if (error.rule !== 'file_name') {
        return filesAnswer(dependencies, context, opened, 422, { problem: error.rule });
      }
      const { caseNumber } = opened.shown.case;
      const model = { caseNumber, partId: opened.part.partId, fileId: input.fileId, name: '', problem: error.rule };
      return pageAnswer(422, fileArrivedPage(context, model));
    }
  });
}

/** `POST /desk/files/remove`. */
export function removeAttached(
  dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  return inSession(dependencies, context, event, async (opened) => {
    const { fileId } = parsed(deskFileFormSchema, opened.fields);
    try {
      const subject = openOnly(opened.shown.case);
      const stored = await removeFile(dependencies, subject, actOf(opened), fileId, dependencies.clock.now());
      return await filesAnswer(dependencies, context, withCase(opened, stored), 200, { done: 'removed' });
    } catch (error) {
      if (!(error instanceof RuleRefusedError)) throw error;
      return filesAnswer(dependencies, context, opened, 422, { problem: error.rule });
    }
  });
}

/** `POST /desk/files/open`: leads to the file itself, for a minute. Who looked at the case is recorded. */
export function openFile(
  dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  return inSession(dependencies, context, event, async (opened) => {
    const { fileId } = parsed(deskFileFormSchema, opened.fields);
    const { case: subject, texts } = opened.shown;
    const file = filesOf(subject, opened.part.partId).find((each) => each.fileId === fileId);
    const address = file === undefined ? undefined : await dependencies.files.linkTo(file, fileNameOf(file, texts));
    return address === undefined
      ? filesAnswer(dependencies, context, opened, 422, { problem: 'file_missing' })
      : redirectAnswer(address);
  });
}

/** Does something with the files of a part in a session that may see it, reading anew when the case changed meanwhile. */
function inSession(
  dependencies: FileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
  work: (opened: Opened) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const { door, fields } = readStaffForm(event, publicUrl);
  return retryOnConflict(async () => {
    const shown = await openAction(dependencies, door, sessionSecretOf(event, publicUrl));
    if (shown.outcome !== 'show') return closedDoorAnswer(context, event, shown, door);
    const partId = partIdOf(shown);
    const part = shown.case.parts.find((each) => each.partId === partId);
    if (part === undefined) throw new ProblemError(problemOf('not-found'));
    return work({ door, shown, part, fields });
  });
}

/** Whoever approves comes by the proposal, everybody else by the part. */
function partIdOf({ act, case: subject }: ShownAction): string | null {
  if (act.action !== 'approve') return act.on;
  const proposal = subject.proposals.find(({ proposalId }) => proposalId === act.on);
  return proposal !== undefined && 'partId' in proposal ? proposal.partId : null;
}

/** The link of a mail is not used up by one file: there may be more. */
function actOf({ shown, part }: Opened) {
  return { staffId: shown.act.staffId, on: part.partId, tokenHash: null };
}

function openOnly(subject: Case): OpenCase {
  if (subject.status !== 'open') throw new RuleRefusedError('case_not_possible');
  return subject;
}

function withCase(opened: Opened, subject: Case): Opened {
  return { ...opened, shown: { ...opened.shown, case: subject } };
}

function parsed<Schema extends z.ZodType>(schema: Schema, fields: Opened['fields']): z.output<Schema> {
  const result = schema.safeParse(fields);
  if (!result.success) throw new ProblemError(problemOf('invalid-body'));
  return result.data;
}

async function filesAnswer(
  dependencies: FileRouteDependencies,
  context: PageContext,
  { door, shown, part }: Opened,
  status: number,
  outcome: Pick<DeskFilesModel, 'done' | 'problem'>,
): Promise<HttpAnswer> {
  const { case: subject } = shown;
  const { caseNumber } = subject;
  const texts = await dependencies.cases.listTexts(caseNumber);
  const mayAdd = mayChangeFiles(subject, part.partId) && subject.files.length < MAX_FILES;
  const offer = mayAdd ? await offerFor(dependencies, context, subject, part) : null;
  const model: DeskFilesModel = {
    caseNumber,
    part,
    door,
    files: filesOf(subject, part.partId).map((file) => shownFile(file, texts)),
    offer,
    mayChange: mayChangeFiles(subject, part.partId),
    ...outcome,
  };
  return withFormsTo(pageAnswer(status, deskFilesPage(context, model)), await dependencies.files.origin());
}

function offerFor(dependencies: FileRouteDependencies, context: PageContext, subject: Case, { partId }: Part) {
  const fileId = Buffer.from(dependencies.randomBytes(FILE_ID_BYTES)).toString('base64url');
  // The store adds names of its own behind this: the last one here is one nobody reads.
  const query = `case=${subject.caseNumber}&part=${partId}&file=${fileId}&sent=1`;
  const continueTo = `${pageAddress(context, PATHS.fileArrived)}&${query}`;
  return offerFileUpload(dependencies, subject, partId, fileId, continueTo);
}
