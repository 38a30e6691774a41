import type { ActionDoor, ShownAction } from '../../domain/desk/use-cases/open-action.ts';
import { parseInstant } from '../../domain/instants.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import type { StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { caseViewOf, type ViewDependencies } from './case-view-of.ts';
import { draftOf } from './draft-of.ts';
import { nameOf } from './name-of.ts';

/** What the page of an action shows. The door is posted on with the decision. */
export function staffActionModel(
  dependencies: ViewDependencies,
  opened: ShownAction,
  door: ActionDoor,
  { organisation, language }: PageContext,
): StaffActionModel {
  const { act, done } = opened;
  const view = caseViewOf(dependencies, opened);
  const part = act.action === 'answer' ? opened.case.parts.find(({ partId }) => partId === act.on) : undefined;
  return {
    action: act.action,
    door,
    view,
    on: act.on,
    values: null,
    ...(part !== undefined && done === null && { draft: draftOf(view, part, organisation) }),
    ...(done !== null && { done: { byName: nameOf(done, organisation, language), at: parseInstant(done.at) } }),
  };
}
