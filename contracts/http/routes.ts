/** The functions the public address leads to. */
export type WebFunctionName =
  | 'public-api'
  | 'manage-consents'
  | 'subscriber-api'
  | 'collect-answer'
  | 'staff-desk'
  | 'show-pages';

/** Who may call: anybody, or a principal of the account that signs its request (SigV4) and holds the right. */
export type Caller = 'anybody' | 'signed';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly servedBy: WebFunctionName;
  readonly caller: Caller;
}

const route = (
  servedBy: WebFunctionName,
  method: Route['method'],
  path: string,
  caller: Caller = 'anybody',
): Route => ({
  method,
  path,
  servedBy,
  caller,
});

/**
 * Every way into the desk. Another method on one of these addresses is answered by `show-pages` with a 405 (a HEAD like
 * its GET); any other address by the gateway itself.
 */
export const routes: readonly Route[] = [
  route('public-api', 'POST', '/api/requests'),
  route('public-api', 'POST', '/api/rehearsals', 'signed'),
  route('public-api', 'POST', '/request'),
  route('public-api', 'POST', '/confirm'),
  route('manage-consents', 'POST', '/api/consents'),
  route('manage-consents', 'POST', '/api/consents/withdraw'),
  route('manage-consents', 'POST', '/newsletter'),
  route('manage-consents', 'POST', '/newsletter/confirm'),
  route('manage-consents', 'GET', '/unsubscribe/{token}'),
  route('manage-consents', 'POST', '/unsubscribe/{token}'),
  route('manage-consents', 'GET', '/unsubscribe/{token}/receipt'),
  route('manage-consents', 'GET', '/unsubscribe/{token}/receipt.json'),
  route('subscriber-api', 'GET', '/api/topics/{topic}/subscribers', 'signed'),
  route('subscriber-api', 'POST', '/api/topics/{topic}/check', 'signed'),
  route('subscriber-api', 'POST', '/api/topics/{topic}/imports', 'signed'),
  route('collect-answer', 'POST', '/collect'),
  route('collect-answer', 'POST', '/collect/file'),
  route('collect-answer', 'POST', '/case'),
  route('collect-answer', 'POST', '/case/act'),
  route('collect-answer', 'POST', '/confirm-contact'),
  route('collect-answer', 'POST', '/new-link'),
  route('collect-answer', 'POST', '/report'),
  route('collect-answer', 'POST', '/report/act'),
  route('staff-desk', 'POST', '/desk'),
  route('staff-desk', 'POST', '/desk/act'),
  route('staff-desk', 'POST', '/desk/sign-in'),
  route('staff-desk', 'POST', '/desk/sign-out'),
  route('staff-desk', 'POST', '/desk/decide'),
  route('staff-desk', 'POST', '/desk/files'),
  route('staff-desk', 'GET', '/desk/files/arrived'),
  route('staff-desk', 'POST', '/desk/files/attach'),
  route('staff-desk', 'POST', '/desk/files/open'),
  route('staff-desk', 'POST', '/desk/files/remove'),
  route('staff-desk', 'POST', '/desk/mail'),
  route('staff-desk', 'GET', '/desk'),
  route('staff-desk', 'POST', '/desk/find'),
  route('staff-desk', 'GET', '/desk/cases/{caseNumber}'),
  route('staff-desk', 'POST', '/desk/absence'),
  route('staff-desk', 'GET', '/desk/intake'),
  route('staff-desk', 'POST', '/desk/intake'),
  route('staff-desk', 'GET', '/desk/batch'),
  route('staff-desk', 'POST', '/desk/batch'),
  route('staff-desk', 'GET', '/desk/consents'),
  route('staff-desk', 'POST', '/desk/consents'),
  route('show-pages', 'GET', '/'),
  route('show-pages', 'GET', '/request'),
  route('show-pages', 'GET', '/confirm'),
  route('show-pages', 'GET', '/newsletter'),
  route('show-pages', 'GET', '/newsletter/confirm'),
  route('show-pages', 'GET', '/collect'),
  route('show-pages', 'GET', '/case'),
  route('show-pages', 'GET', '/confirm-contact'),
  route('show-pages', 'GET', '/report'),
  route('show-pages', 'GET', '/desk/act'),
  route('show-pages', 'GET', '/desk/sign-in'),
  route('show-pages', 'GET', '/api'),
  route('show-pages', 'GET', '/api/openapi.json'),
  route('show-pages', 'GET', '/assets/{name}'),
];

/** The methods an address knows, for the `Allow` header of RFC 9110. */
export function allowedMethods(path: string): readonly string[] {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
