import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema, reportFormSchema, reportTextSchema } from '../../contracts/http/forms.ts';
import { retryOnConflict } from '../../domain/cases/commit-change.ts';
import { maskCitizenNumbers } from '../../domain/cases/mask-citizen-number.ts';
import type { StaffDependencies } from '../../domain/cases/staff-of-case.ts';
import { reportTask } from '../../domain/cases/use-cases/end-task.ts';
import {
  type OpenedReport,
  openReport,
  type OpenReportDependencies,
} from '../../domain/cases/use-cases/open-report.ts';
import { TokenNotUsableError } from '../../domain/errors.ts';
import { parseInstant } from '../../domain/instants.ts';
import { reportedPage, type ReportModel, reportNotNeededPage, reportPage } from '../../views/pages/report-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';

export type ReportDependencies = OpenReportDependencies & StaffDependencies & PageSettings;

/** `POST /report`: what a recipient or a department is asked. Throws ProblemError, TokenNotUsableError. */
export async function showReport(dependencies: ReportDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  return answered(dependencies, event, await openReport(dependencies, token), { token });
}

/** `POST /report/act`: they say what became of it. Throws ProblemError, TokenNotUsableError. */
export async function actOnReport(dependencies: ReportDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const { token, as, text } = parseLinkForm(event, dependencies.publicUrl, reportFormSchema);
  const error = faultOf(as, text);
  const form = { token, values: { as, text } };
  if (error !== undefined) {
    return answered(dependencies, event, await openReport(dependencies, token), { ...form, error });
  }
  const written = maskCitizenNumbers(reportTextSchema.parse(text) ?? '');
  await retryOnConflict(async () => {
    const report = await openReport(dependencies, token);
    if (report.outcome !== 'open') return;
    const { taskId, tokenHash } = report;
    const answer = { taskId, tokenHash, done: as === 'done', text: written };
    await reportTask(dependencies, report.case, answer, dependencies.clock.now());
  }).catch((error: unknown) => {
    // Two presses at once: the first one used the link, and what it said is shown.
    if (!(error instanceof TokenNotUsableError)) throw error;
  });
  return answered(dependencies, event, await openReport(dependencies, token), form);
}

function faultOf(as: 'done' | 'cannot' | undefined, text: string): ReportModel['error'] {
  if (as === undefined) return 'as_required';
  const parsed = reportTextSchema.safeParse(text);
  if (!parsed.success) return 'text_invalid';
  return as === 'cannot' && parsed.data === undefined ? 'reason_required' : undefined;
}

function answered(
  dependencies: ReportDependencies,
  event: APIGatewayProxyEvent,
  report: OpenedReport,
  form: Omit<ReportModel, 'report'>,
): HttpAnswer {
  const context = pageContextOf(dependencies, event);
  switch (report.outcome) {
    case 'open':
      return pageAnswer(form.error === undefined ? 200 : 422, reportPage(context, { ...form, report }));
    case 'reported':
      return pageAnswer(200, reportedPage(context, { at: parseInstant(report.at), done: report.done }));
    case 'not_needed':
      return pageAnswer(200, reportNotNeededPage(context, report));
  }
}
