import type { AnswerFile } from '../../domain/cases/answer-file.ts';
import type { Part } from '../../domain/cases/part.ts';
import type { Rule } from '../../domain/errors.ts';
import type { UploadOffer } from '../../domain/ports.ts';
import type { ActionDoor } from '../../domain/desk/use-cases/open-action.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, hiddenField, inputField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, form, sizeOf, written } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';
import { deskLinks } from './staff-action-page.ts';

/** A file as pages show it. */
export interface FileShown extends Pick<AnswerFile, 'fileId' | 'bytes'> {
  /** With its extension. */
  readonly name: string;
}

export interface DeskFilesModel {
  readonly caseNumber: string;
  readonly part: Pick<Part, 'partId' | 'requestType'>;
  readonly door: ActionDoor;
  readonly files: readonly FileShown[];
  /** The form for one more; null while none may be added. */
  readonly offer: UploadOffer | null;
  /** Whether files may be removed. */
  readonly mayChange: boolean;
  /** What was just done. */
  readonly done?: 'attached' | 'removed' | undefined;
  /** Why something was not done. */
  readonly problem?: Rule | undefined;
}

/** The files of one part, for staff: open each, remove it, add one. */
export function deskFilesPage(context: PageContext, model: DeskFilesModel): string {
  const texts = textsOf(context.language);
  const { desk } = texts.filePages;
  const { part, files, offer, done, problem } = model;
  return renderPage(context, {
    title: desk.title,
    once: true,
    path: PATHS.desk,
    ...(problem !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${
        problem !== undefined &&
        errorSummary(texts.requesterPages.form.errorSummary, [{ id: 'main', text: texts.deskRules.rules[problem] }])
      }
      ${done !== undefined && html`<p class="lead" role="status">${desk[done]}</p>`}
      <p>${desk.lead(texts.words.part(part.partId), texts.words.names[part.requestType])}</p>
      <section>
        ${files.length === 0 ? html`<p>${desk.none}</p>` : files.map((file) => deskFile(file, model, context, texts))}
      </section>
      ${offer === null ? html`<p class="hint">${model.mayChange ? texts.deskRules.rules.files_too_many : desk.waits}</p>` : uploadSection(offer, model, texts)}
      ${deskLinks(context, model.caseNumber, texts)}`,
  });
}

function deskFile(file: FileShown, { door, mayChange }: DeskFilesModel, context: PageContext, texts: Texts): Html {
  const { desk } = texts.filePages;
  return html`<article class="part">
    <h3>${written(file.name)} (${sizeOf(file.bytes, context.language, texts)})</h3>
    <form method="post" action="${pageAddress(context, PATHS.openFile)}&sent=1" accept-charset="utf-8">
      ${doorFields(door)} ${hiddenField('fileId', file.fileId)}
      <button type="submit">${desk.open}</button>
      ${
        mayChange &&
        html`<button class="second" type="submit" formaction="${pageAddress(context, PATHS.removeFile)}&sent=1">
          ${desk.remove}
        </button>`
      }
    </form>
  </article> `;
}

/** The one form that leaves the desk: its fields go to the store as they are, and the file must come last. */
function uploadSection({ address, fields }: UploadOffer, { part }: DeskFilesModel, texts: Texts): Html {
  const { desk } = texts.filePages;
  return html`<section>
    <h2>${desk.addHeading}</h2>
    <p class="warning">${desk.redact}</p>
    <p>${desk.secondPerson}</p>
    <form method="post" action="${address}" enctype="multipart/form-data">
      ${Object.entries(fields).map(([name, value]) => hiddenField(name, value))}
      <div class="field">
        <label for="field-file">${desk.pick}</label>
        <p class="hint" id="field-file-hint">${part.requestType === 'portability' ? desk.portableKinds : desk.kinds}</p>
        <input id="field-file" name="file" type="file" aria-describedby="field-file-hint" required />
      </div>
      <button type="submit">${desk.upload}</button>
    </form>
  </section>`;
}

export interface FileArrivedModel {
  readonly caseNumber: string;
  readonly partId: string;
  readonly fileId: string;
  readonly name?: string | undefined;
  readonly problem?: Rule | undefined;
}

/** Where the browser comes to after a file has arrived; nothing is attached until the button is pressed. */
export function fileArrivedPage(context: PageContext, model: FileArrivedModel): string {
  const texts = textsOf(context.language);
  const { arrived } = texts.filePages;
  const { caseNumber, partId, fileId, name, problem } = model;
  const error = problem === undefined ? undefined : texts.deskRules.rules[problem];
  const door: ActionDoor = { kind: 'desk', action: 'attach_file', caseNumber, on: partId };
  const fields = html`${doorFields(door)} ${hiddenField('fileId', fileId)}
  ${inputField({
    name: 'name',
    label: arrived.name,
    hint: arrived.nameHint,
    error,
    value: name ?? arrived.nameDefault,
    required: true,
    autocomplete: 'off',
  })}`;
  return renderPage(context, {
    title: arrived.title,
    once: true,
    path: PATHS.desk,
    ...(error !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${
        error !== undefined && errorSummary(texts.requesterPages.form.errorSummary, [{ id: 'field-name', text: error }])
      }
      <p class="lead">${arrived.lead}</p>
      ${form(context, PATHS.attachFile, fields, arrived.button)}
      <p class="hint">${arrived.leaves}</p>
      ${deskLinks(context, caseNumber, texts)}`,
  });
}

export interface CollectableFilesModel {
  readonly files: readonly FileShown[];
  /** The secret of the link and the code, as they were posted: each file asks for both again. */
  readonly token: string;
  readonly collectionCode: string;
}

/** The files of an answer, each with a button that posts to `/collect/file`; nothing where there are none. */
export function fileList(context: PageContext, { files, token, collectionCode }: CollectableFilesModel): Piece {
  if (files.length === 0) return false;
  const texts = textsOf(context.language);
  const { collect } = texts.filePages;
  return html`<section>
    <h2>${collect.heading}</h2>
    <p>${collect.lead}</p>
    ${files.map(
      ({ fileId, name, bytes }) =>
        html`${form(
            context,
            PATHS.collectFile,
            html`${hiddenField('token', token)} ${hiddenField('collectionCode', collectionCode)}
            ${hiddenField('fileId', fileId)}`,
            collect.save(name),
          )}
          <p class="hint">${sizeOf(bytes, context.language, texts)}</p> `,
    )}
  </section>`;
}

/** Why the requester does not get a file, and whom to ask. */
export function fileNotReleasedPage(context: PageContext, reason: 'identity_needed' | 'gone'): string {
  const { notReleased } = textsOf(context.language).filePages;
  return renderPage(context, {
    title: notReleased.title,
    once: true,
    path: PATHS.collect,
    main: html`<p class="lead">${notReleased[reason]}</p>
      ${contactLine(context)}`,
  });
}
