import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

interface Answer {
  readonly type: ResponseType;
  /** Where the gateway has several of its own, they stay. */
  readonly status?: number;
  readonly title: string;
  readonly retryAfterSeconds?: number;
}

/** What the gateway says without asking a function. It says nothing of the request, so nothing can be echoed. */
const ANSWERS: readonly Answer[] = [
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, title: 'There is nothing at this address.' },
  { type: ResponseType.ACCESS_DENIED, status: 403, title: 'This needs a right you do not have.' },
  { type: ResponseType.INVALID_SIGNATURE, status: 403, title: 'The signature of this request is not right.' },
  { type: ResponseType.EXPIRED_TOKEN, status: 403, title: 'The credentials of this request have expired.' },
  { type: ResponseType.BAD_REQUEST_BODY, status: 400, title: 'This request cannot be read.' },
  { type: ResponseType.BAD_REQUEST_PARAMETERS, status: 400, title: 'This request cannot be read.' },
  { type: ResponseType.REQUEST_TOO_LARGE, status: 413, title: 'This request is too large.' },
  { type: ResponseType.UNSUPPORTED_MEDIA_TYPE, status: 415, title: 'This kind of content is not accepted here.' },
  {
    type: ResponseType.THROTTLED,
    status: 429,
    title: 'Too many requests: please try again in a moment.',
    retryAfterSeconds: 5,
  },
  { type: ResponseType.INTEGRATION_FAILURE, status: 503, title: 'The desk cannot answer now.', retryAfterSeconds: 30 },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    title: 'The desk took too long to answer.',
    retryAfterSeconds: 30,
  },
  { type: ResponseType.RESOURCE_NOT_FOUND, status: 404, title: 'There is nothing at this address.' },
  { type: ResponseType.WAF_FILTERED, status: 403, title: 'This request was turned away.' },
  { type: ResponseType.DEFAULT_4XX, title: 'This request cannot be served.' },
  { type: ResponseType.DEFAULT_5XX, title: 'The desk cannot answer now.' },
];

/** Has an API answer its own errors as problem details (RFC 9457), with the headers every answer of the desk has. */
export function answerAsProblems(api: RestApi): void {
  for (const answer of ANSWERS) {
    const headers: Record<string, string> = { 'Content-Type': 'application/problem+json', ...SECURITY_HEADERS };
    if (answer.retryAfterSeconds !== undefined) headers['Retry-After'] = String(answer.retryAfterSeconds);
    api.addGatewayResponse(`Answer-${answer.type.responseType}`, {
      type: answer.type,
      ...(answer.status === undefined ? {} : { statusCode: String(answer.status) }),
      responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`])),
      templates: {
        'application/json': JSON.stringify({ type: 'about:blank', title: answer.title, status: answer.status }),
      },
    });
  }
}
