import { desk } from './running-desk.ts';

/** An answer with its body read as text. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One HTTP call to the desk. Redirects are not followed: the desk makes none. */
export async function call(path: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(`${desk.url}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What a browser says of a form sent from the desk's own pages. */
export const ownPage: Readonly<Record<string, string>> = {
  origin: new URL(desk.url).origin,
  'sec-fetch-site': 'same-origin',
};

export interface FormOptions {
  /** Said of where the form comes from; the desk's own pages unless told otherwise. */
  readonly from?: Readonly<Record<string, string>>;
  readonly session?: string | undefined;
  readonly language?: 'nl' | 'en';
}

/** Presses a button: posts a form as the desk's own page would. Pages come in English unless told otherwise. */
export function press(
  path: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
  options: FormOptions = {},
): Promise<Answered> {
  const { from = ownPage, session, language = 'en' } = options;
  return call(`${path}?language=${language}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...from,
      ...(session === undefined ? {} : { cookie: `desk-session=${session}` }),
    },
    body: new URLSearchParams(fields).toString(),
  });
}
