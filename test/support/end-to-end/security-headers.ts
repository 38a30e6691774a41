import type { Answered } from './web.ts';

const REQUIRED: readonly (readonly [string, RegExp])[] = [
  ['content-security-policy', /^(?=.*default-src 'none')(?=.*frame-ancestors 'none')(?!.*unsafe-)/],
  ['x-content-type-options', /^nosniff$/],
  // What names no address of the desk to anybody else; a form of the desk still says where it comes from.
  ['referrer-policy', /^(?:same-origin|no-referrer)$/],
  ['strict-transport-security', /^max-age=\d{8,}/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['cache-control', /./],
];
const FORBIDDEN = ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'];

/** What an answer lacks of the headers every answer has, or has too much. */
export function headerFaults({ status, headers }: Answered): readonly string[] {
  return [
    ...REQUIRED.filter(([name, value]) => !value.test(headers.get(name) ?? '')).map(([name]) => `${status}: ${name}`),
    ...FORBIDDEN.filter((name) => headers.get(name) !== null).map((name) => `${status}: has ${name}`),
  ];
}
