import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { topicsOf } from '../../domain/consents/wording.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { consentAcceptedSchema, signUpBodySchema, withdrawBodySchema } from './consents.ts';
import { problemAnswers } from './openapi-problems.ts';
import { BODY_REFUSALS, UNAVAILABLE } from './openapi-requests.ts';
import { idempotencyKeySchema } from './submit-request.ts';

const accepted = (description: string) => ({
  '202': {
    description,
    content: { 'application/json': { schema: consentAcceptedSchema, example: { status: 'accepted' as const } } },
  },
});

const refusals = {
  ...BODY_REFUSALS,
  ...UNAVAILABLE,
  'too-many-requests': 'Too many calls from one network address in an hour.',
} as const;

/** Giving and withdrawing consent, as OpenAPI 3.1 paths, with the topics of one organisation. */
export function consentPaths(organisation: OrganisationProfile): ZodOpenApiPathsObject {
  const topics = topicsOf(organisation).slice(0, 1);
  return {
    '/api/consents': {
      post: {
        operationId: 'signUp',
        tags: ['Consents'],
        summary: 'Sign up for mailings',
        description:
          'The holder of the address is asked by mail, and decides within 72 hours. Until they confirm, nothing is sent and nothing counts as consent. The answer is the same for every address.',
        requestParams: {
          header: z.object({
            'Idempotency-Key': idempotencyKeySchema.optional().meta({
              description:
                'With one, the same call sent again orders no second mail: 1 to 255 printable ASCII characters, not made from personal data.',
              examples: ['4f9c1d52-7a6e-4b0e-9a55-2f1f6f0d7c11'],
            }),
          }),
        },
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: signUpBodySchema(organisation),
              example: { language: 'en', email: 'robin@example.org', topics, ageConfirmed: true },
            },
          },
        },
        responses: {
          ...accepted('Stored. A mail asks the holder of the address to confirm.'),
          ...problemAnswers({
            ...refusals,
            'idempotency-key-missing': 'The Idempotency-Key is not as described.',
            'idempotency-key-reused': 'The Idempotency-Key came with another body before.',
          }),
        },
      },
    },
    '/api/consents/withdraw': {
      post: {
        operationId: 'withdrawConsent',
        tags: ['Consents'],
        summary: 'Withdraw a consent',
        description:
          'Stops mails to an address, all of them or by topic. It is in force at once and needs no identity. The answer is the same for every address; whoever was on a list gets one mail that confirms it.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: withdrawBodySchema(organisation),
              example: { language: 'en', email: 'robin@example.org', topics },
            },
          },
        },
        responses: { ...accepted('Stopped.'), ...problemAnswers(refusals) },
      },
    },
  };
}
