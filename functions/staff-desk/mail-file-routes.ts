import type { APIGatewayProxyEvent } from 'aws-lambda';
import { mailFileFormSchema } from '../../contracts/http/file-forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { CaseText } from '../../domain/cases/case-text.ts';
import { openMailFile, type OpenMailFileDependencies } from '../../domain/desk/use-cases/open-mail-file.ts';
import { joinedMail } from '../../domain/inbound-mail/joined-mail.ts';
import type { InboundMailFiles } from '../../domain/inbound-mail/ports.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import { mailFileGonePage } from '../../views/pages/mail-file-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer, redirectAnswer } from '../runtime/http-answer.ts';
import type { PageSettings } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { withFormsTo } from '../runtime/security-headers.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';

export type MailFileRouteDependencies = OpenMailFileDependencies & PageSettings;

/** `POST /desk/mail`: leads to a message or one of its files, for a minute. Who looked at the case is recorded. */
export async function openMail(
  dependencies: MailFileRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const form = mailFileFormSchema.safeParse(formFields(readForm(event, publicUrl)));
  if (!form.success) throw new ProblemError(problemOf('invalid-body'));
  const { caseNumber, file } = form.data;
  const opened = await openMailFile(dependencies, sessionSecretOf(event, publicUrl), caseNumber, file);
  switch (opened.outcome) {
    case 'sign_in_needed':
      return pageAnswer(200, deskPage(context, { caseNumber }));
    case 'unknown':
      throw new ProblemError(problemOf('not-found'));
    case 'gone':
      return pageAnswer(410, mailFileGonePage(context, opened.caseNumber));
    case 'show':
      return redirectAnswer(opened.address);
  }
}

/** The page of a case, whose buttons may lead to the store where something of it came by mail. */
export async function withMailForms(
  { mailFiles }: { readonly mailFiles: InboundMailFiles },
  answer: HttpAnswer,
  shown: { readonly case: Case; readonly texts: readonly CaseText[] },
): Promise<HttpAnswer> {
  const cameByMail = shown.case.inbound !== null || shown.texts.some((text) => joinedMail(text) !== undefined);
  return cameByMail ? withFormsTo(answer, await mailFiles.origin()) : answer;
}
