import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { ActionDoor } from '../../domain/desk/use-cases/open-action.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { errorSummary, hiddenField } from './fields.ts';
import { PAGE_FORM } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { STAFF_ACTION_FIELDS } from './staff-action-fields.ts';
import { problemField, problemSentence, problemTarget, type StaffActionProblem } from './staff-action-problem.ts';
import { renderField, shows } from './staff-field.ts';
import { plainGroup } from './staff-form-groups.ts';
import type { FormSubject } from './staff-form-options.ts';
import { mailButton, mailHint, mailLead } from './staff-mail-form.ts';

export interface StaffFormModel extends FormSubject {
  readonly action: StaffAction;
  readonly door: ActionDoor;
  /** What was filled in before; null for a form nobody has filled in yet. */
  readonly values: Readonly<Record<string, string>> | null;
  readonly problem?: StaffActionProblem | undefined;
  /** The draft an answer starts from. */
  readonly draft?: string | undefined;
}

/** The form for one action, made from its description; posts to `/desk/decide`. */
export function staffActionForm(context: PageContext, model: StaffFormModel, texts: Texts): Html {
  const { buttons, leads, preview } = texts.deskActions;
  const fields = html`${doorFields(model.door)}
    <p class="${model.action === 'dismiss' || model.action === 'wrong_recipient' ? 'warning' : 'about'}">
      ${mailLead(model, texts) ?? leads[model.action]}
    </p>
    ${mailHint(model, context, texts)} ${fieldsOf(model, context, texts)}
    ${
      // An address of its own: a button's name would be lost where a script disables it against a second press.
      model.action === 'answer' &&
      html`<p>
          <button
            class="second"
            type="submit"
            formaction="${pageAddress(context, PATHS.decide)}&preview=1&sent=1#preview"
          >
            ${preview}
          </button>
          <button class="second" type="submit" formaction="${pageAddress(context, PATHS.files)}&sent=1" formnovalidate>
            ${texts.filePages.desk.toFiles}
          </button>
        </p>
        <p class="hint">${texts.filePages.desk.first}</p>`
    }`;
  // A file goes a way of its own, straight into the store: from the page of the files.
  const path = model.action === 'attach_file' ? PATHS.files : PATHS.decide;
  return form(context, path, fields, mailButton(model, texts) ?? buttons[model.action], {
    ...(isRedrawn(model.action) && { id: PAGE_FORM }),
  });
}

/** Whether the form of an action is drawn again in another language with what was typed; files go a way of their own. */
export function isRedrawn(action: StaffAction): boolean {
  return action !== 'attach_file';
}

/** The fields in order. Those of an answer stand in groups: what it says, then who may read it. */
function fieldsOf(model: StaffFormModel, context: PageContext, texts: Texts): Piece {
  const fields = STAFF_ACTION_FIELDS[model.action];
  const render = (some: typeof fields) => some.map((field) => renderField(field, model, context, texts));
  if (model.action !== 'answer') return render(fields);
  const { answerGroup, identityGroup } = texts.deskWork.action;
  return html`${plainGroup(answerGroup, render(fields.filter(({ name }) => name === 'outcome' || name === 'text')))}
  ${plainGroup(identityGroup, render(fields.filter(({ name }) => name === 'personalData' || name === 'identityMethod')))}
  ${render(fields.filter(({ kind }) => kind === 'checklist' || kind === 'refusal'))}`;
}

/** What says to the desk which action on what is meant. */
export function doorFields(door: ActionDoor): Piece {
  if (door.kind === 'link') return hiddenField('token', door.secret);
  return html`${hiddenField('act', door.action)} ${hiddenField('caseNumber', door.caseNumber)}
  ${door.on !== null && hiddenField('on', door.on)}`;
}

/** What went wrong, for the top of the page. */
export function staffActionErrors(model: StaffFormModel, context: PageContext, texts: Texts): Html | false {
  if (model.problem === undefined) return false;
  const field = problemField(model.problem, model.action);
  const isShown =
    field === null || STAFF_ACTION_FIELDS[model.action].some((each) => shows(each, field, model, context, texts));
  return errorSummary(texts.requesterPages.form.errorSummary, [
    { id: problemTarget(isShown ? field : null), text: problemSentence(model.problem, context, texts) },
  ]);
}
