import type { APIGatewayProxyEvent } from 'aws-lambda';
import { collectFileFormSchema } from '../../contracts/http/file-forms.ts';
import { collectableFiles } from '../../domain/cases/answer-file.ts';
import type { Case } from '../../domain/cases/case.ts';
import { releaseFile, type ReleaseDependencies } from '../../domain/cases/use-cases/release-file.ts';
import { collectPage } from '../../views/pages/collect-pages.ts';
import { fileNotReleasedPage, type FileShown } from '../../views/pages/file-pages.ts';
import { answerReopenedPage } from '../../views/pages/link-over-pages.ts';
import { type HttpAnswer, pageAnswer, redirectAnswer } from '../runtime/http-answer.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { shownFile } from '../runtime/shown-file.ts';

export type FileCollectDependencies = ReleaseDependencies & PageSettings;

/** `POST /collect/file`: leads to one file of the answer, by link and code together, for a minute. */
export async function collectFile(
  dependencies: FileCollectDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token, collectionCode, fileId } = parseLinkForm(event, dependencies.publicUrl, collectFileFormSchema);
  const context = pageContextOf(dependencies, event);
  const release = await releaseFile(dependencies, token, collectionCode, fileId);
  switch (release.outcome) {
    case 'released':
      return redirectAnswer(release.address);
    case 'reopened':
      return pageAnswer(200, answerReopenedPage(context));
    case 'wrong_code':
      return pageAnswer(422, collectPage(context, { error: 'wrong_code', token }));
    case 'too_many_tries':
      return pageAnswer(429, collectPage(context, { error: 'too_many_tries', token }));
    case 'identity_needed':
      return pageAnswer(403, fileNotReleasedPage(context, 'identity_needed'));
    case 'gone':
      return pageAnswer(410, fileNotReleasedPage(context, 'gone'));
  }
}

/** The files the requester may collect of a case, with their names. */
export async function filesToCollect(
  { cases }: Pick<FileCollectDependencies, 'cases'>,
  subject: Case,
): Promise<readonly FileShown[]> {
  const files = collectableFiles(subject);
  if (files.length === 0) return [];
  const texts = await cases.listTexts(subject.caseNumber);
  return files.map((file) => shownFile(file, texts));
}
