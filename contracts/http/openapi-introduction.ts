import { MAX_PARTS } from '../../domain/cases/request-draft.ts';
import { MOST_IMPORT_LINES } from '../../domain/consents/use-cases/import-subscribers.ts';
import { problemTable } from './openapi-problems.ts';
import { MOST_ADDRESSES, MOST_SUBSCRIBERS } from './subscribers.ts';

/**
 * What a developer must know before the first call, in CommonMark with headings from the second level. `publicUrl` has
 * no slash at its end; `topic` is one the organisation has.
 */
export function apiIntroduction(publicUrl: string, topic: string): string {
  return `What people ask about their data, as calls. A request is stored, confirmed by mail and answered within four weeks; a consent is asked for by mail and stopped at once.

## First call

This submits a request. It needs no account and no key:

\`\`\`sh
curl "${publicUrl}/api/requests" \\
  --header "Content-Type: application/json" \\
  --header "Idempotency-Key: $(uuidgen)" \\
  --data '{
    "language": "en",
    "requester": {
      "name": "Robin Jansen",
      "email": "robin@example.org"
    },
    "parts": [{ "requestType": "access" }]
  }'
\`\`\`

The answer is \`202\` with a case number, a collection code and the date by which the request is answered. Give all three to the person who asked: the code is told here only, and the answer is collected with it. A mail asks them to confirm.

## Bodies

Bodies are JSON in UTF-8, sent as \`application/json\`, of 64 KiB at most. Fields that are not described here are refused. Instants are in UTC with three decimals, as in \`2026-03-02T10:00:00.000Z\`; dates are days in Central European Time, with its summer time.

## Authentication

Requests and consents are open to everybody: no key, no account. An address gets the same answer whatever is known of it.

Subscriber lists and rehearsals are for principals of AWS IAM that the desk names. Sign these calls with [Signature Version 4](#calls-with-a-signature) for the service \`execute-api\`. A call without a signature is answered as an address that is not there (404).

### Calls with a signature

AWS's tools and libraries sign for you, and so does curl:

\`\`\`sh
curl "${publicUrl}/api/topics/${topic}/subscribers?limit=100" \\
  --aws-sigv4 "aws:amz:$AWS_REGION:execute-api" \\
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
  --header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"
\`\`\`

Keys that are not temporary need no X-Amz-Security-Token.

## Sending again

After a 429, a 5xx or no answer at all, send the same call again, a little later each time; where there is a \`Retry-After\`, not before that many seconds.

A call with an \`Idempotency-Key\` is carried out once: for 24 hours the same key with the same body gets the same answer. Take a new key for each request, such as a UUID, and never make it from personal data. The same key with another body is refused. Withdrawals, checks and imports need no key: done twice they change nothing more.

## Limits

- A body: 64 KiB.
- A request: ${MAX_PARTS} parts.
- Requests, sign-ups and withdrawals: a number an hour from one network address, then 429. Signed calls are not counted.
- All calls together: what the desk takes in a second, then 429 with \`Retry-After\`.
- A page of subscribers: ${MOST_SUBSCRIBERS} lines; a check: ${MOST_ADDRESSES} addresses; an import: ${MOST_IMPORT_LINES} lines.

## Problems

What is refused is answered as \`application/problem+json\` (RFC 9457). Decide by \`type\`, which is \`urn:privacy-desk:problem:\` and a name:

${problemTable()}

\`errors\`, where there are any, point into the body (RFC 6901) and say why: at most ten, and never with what was sent.

\`\`\`json
{
  "type": "urn:privacy-desk:problem:invalid-body",
  "title": "Invalid body",
  "status": 422,
  "detail": "Some fields are missing, unknown or not as the API describes them.",
  "errors": [{ "pointer": "/requester/email", "code": "invalid_format" }]
}
\`\`\`

The gateway before the desk refuses some calls itself. Its problems have the \`type\` \`about:blank\` and no \`detail\`: go by their status.`;
}
