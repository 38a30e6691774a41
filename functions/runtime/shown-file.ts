import type { AnswerFile } from '../../domain/cases/answer-file.ts';
import type { CaseText } from '../../domain/cases/case-text.ts';
import { fileNameOf } from '../../domain/cases/use-cases/release-file.ts';
import type { FileShown } from '../../views/pages/file-pages.ts';

/** A file as pages show it: what to call it by, its name and how long it is. */
export function shownFile(file: AnswerFile, texts: readonly CaseText[]): FileShown {
  const { fileId, bytes } = file;
  return { fileId, bytes, name: fileNameOf(file, texts) };
}
