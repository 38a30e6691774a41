import { REDRAW } from '../../views/pages/layout.ts';

/** Whether a form was posted by the language switch: it is drawn again with what was typed, and nothing else is done. */
export function isRedraw(form: URLSearchParams): boolean {
  return form.has(REDRAW);
}
