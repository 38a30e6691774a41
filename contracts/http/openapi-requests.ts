import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { problemAnswers, signedProblemAnswers } from './openapi-problems.ts';
import {
  idempotencyKeySchema,
  requestAcceptedSchema,
  submitRehearsalSchema,
  submitRequestSchema,
} from './submit-request.ts';

/** What every call with a JSON body can be refused for. */
export const BODY_REFUSALS = {
  'malformed-body': 'The body is not JSON.',
  'body-too-large': 'The body is larger than 64 KiB.',
  'unsupported-media-type': 'The body is not application/json.',
  'invalid-body': 'A field is missing, unknown or not as described.',
} as const;

/** Ours to mend, and safe to repeat. */
export const UNAVAILABLE = { unavailable: 'Something failed: send the same again.' } as const;

const submissionRefusals = {
  ...BODY_REFUSALS,
  ...UNAVAILABLE,
  'idempotency-key-missing': 'The Idempotency-Key is missing, or not as described.',
  'idempotency-key-reused': 'The Idempotency-Key came with another body before.',
} as const;

const idempotencyKey = {
  header: z.object({
    'Idempotency-Key': idempotencyKeySchema.meta({
      description:
        'New for each request, such as a UUID: 1 to 255 printable ASCII characters, not made from personal data. The same key and body get the same answer for 24 hours.',
      examples: ['4f9c1d52-7a6e-4b0e-9a55-2f1f6f0d7c11'],
    }),
  }),
};

const requestExample = {
  language: 'en' as const,
  requester: { name: 'Robin Jansen', email: 'robin@example.org', relation: 'customer' as const },
  parts: [
    { requestType: 'access' as const, text: 'Everything you have about me since 2020.' },
    { requestType: 'marketing_objection' as const },
  ],
};

const accepted = {
  '202': {
    description: 'Stored. A mail asks the requester to confirm; the four weeks run from receivedAt all the same.',
    content: {
      'application/json': {
        schema: requestAcceptedSchema,
        example: {
          caseNumber: 'P-7K3M9-QX2RE',
          collectionCode: 'ABCD-EFGH-JKMN',
          receivedAt: '2026-03-02T10:00:00.000Z',
          promisedDate: '2026-03-30',
        },
      },
    },
  },
};

const SUBMIT_DESCRIPTION = `The promise runs from now: four weeks, whether or not the requester confirms. What each \`requestType\` asks, by article of the GDPR:

| requestType | asks |
| --- | --- |
| \`access\` | what you have about me, and a copy of it (15) |
| \`rectification\` | correct or complete it (16) |
| \`erasure\` | erase it (17) |
| \`restriction\` | keep it, and do nothing else with it (18) |
| \`portability\` | give me, or another company, my data in a file (20) |
| \`objection\` | stop using it for this purpose (21) |
| \`marketing_objection\` | stop using it to sell me things (21): done at once |
| \`consent_withdrawal\` | I take back my consent (7): done at once for mailings |
| \`automated_decision\` | have a person look at a decision a computer took (22) |
| \`question\` | a question about privacy |
| \`complaint\` | a complaint about privacy |`;

/** Submitting, as OpenAPI 3.1 paths. */
export const requestPaths: ZodOpenApiPathsObject = {
  '/api/requests': {
    post: {
      operationId: 'submitRequest',
      tags: ['Requests'],
      summary: 'Submit a request',
      description: `Ask for one or several things at once. ${SUBMIT_DESCRIPTION}`,
      requestParams: idempotencyKey,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: submitRequestSchema, example: requestExample } },
      },
      responses: {
        ...accepted,
        ...problemAnswers({
          ...submissionRefusals,
          'too-many-requests': 'Too many requests from one network address in an hour.',
        }),
      },
    },
  },
  '/api/rehearsals': {
    post: {
      operationId: 'submitRehearsal',
      tags: ['Rehearsals'],
      summary: 'Submit a rehearsal',
      description:
        'A request that lives by a clock of its own. Its mails say that it is a rehearsal, and nothing of it is counted. Where rehearsals have a mail domain, other addresses are refused.',
      security: [{ sigv4: [] }],
      requestParams: idempotencyKey,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: submitRehearsalSchema,
            example: { ...requestExample, rehearsal: { caseStart: '2026-12-14T09:00:00Z', dayLastsSeconds: 20 } },
          },
        },
      },
      responses: { ...accepted, ...signedProblemAnswers(submissionRefusals, 'rehearse') },
    },
  },
};
