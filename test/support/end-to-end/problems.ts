import type { Answered } from './web.ts';

/** RFC 9457 problem details, as the desk writes them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** The problem an answer holds. */
export function problemIn({ text }: Answered): Problem {
  return JSON.parse(text) as Problem;
}
