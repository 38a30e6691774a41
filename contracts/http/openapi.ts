import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { consentAcceptedSchema, signUpBodySchema, withdrawBodySchema } from './consents.ts';
import { subscriberPaths } from './openapi-subscribers.ts';
import { problemSchema } from './problem.ts';
import {
  idempotencyKeySchema,
  requestAcceptedSchema,
  submitRehearsalSchema,
  submitRequestSchema,
} from './submit-request.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const answers = {
  '202': {
    description: 'Stored. A mail asks the requester to confirm; the promise runs from `receivedAt` all the same.',
    content: { 'application/json': { schema: requestAcceptedSchema } },
  },
  '400': problem('The Idempotency-Key is missing, or the body is not JSON.'),
  '413': problem('The body is larger than 64 KiB.'),
  '415': problem('The body is not application/json.'),
  '422': problem(
    'A field is missing, unknown or not as described, or the Idempotency-Key came with another body before.',
  ),
  '429': problem('Too many requests at once.'),
  '503': problem('Nothing was stored; send the same again.'),
};

const idempotencyKey = {
  header: z.object({
    'Idempotency-Key': idempotencyKeySchema.meta({
      description:
        'New for each request, not made from personal data. The same key and body gets the same answer for 24 hours.',
    }),
  }),
};

const { '400': _missing, '202': _stored, ...refusals } = answers;
const consentAnswers = (description: string) => ({
  '202': { description, content: { 'application/json': { schema: consentAcceptedSchema } } },
  '400': problem('The body is not JSON, or the Idempotency-Key is not printable ASCII.'),
  ...refusals,
});

/** OpenAPI 3.1 of the public API, made from the schemas that parse it. `publicUrl` is the server's address. */
export function openApiDocument(publicUrl: string, organisation: OrganisationProfile) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: `Privacy desk of ${organisation.legalName}`,
      version: '1.0.0',
      description: 'Privacy requests: what a person asks is stored, confirmed by mail and answered within four weeks.',
    },
    servers: [{ url: publicUrl }],
    paths: {
      ...subscriberPaths,
      '/api/requests': {
        post: {
          operationId: 'submitRequest',
          summary: 'Ask for one or several things at once',
          requestParams: idempotencyKey,
          requestBody: { required: true, content: { 'application/json': { schema: submitRequestSchema } } },
          responses: answers,
        },
      },
      '/api/consents': {
        post: {
          operationId: 'signUp',
          summary: 'Sign an address up for topics; its holder is asked by mail and decides',
          requestParams: {
            header: z.object({
              'Idempotency-Key': idempotencyKeySchema.optional().meta({
                description: 'With one, the same call sent again orders no second mail. Not made from personal data.',
              }),
            }),
          },
          requestBody: {
            required: true,
            content: { 'application/json': { schema: signUpBodySchema(organisation) } },
          },
          responses: consentAnswers('The same for every address. A mail asks its holder to confirm within 72 hours.'),
        },
      },
      '/api/consents/withdraw': {
        post: {
          operationId: 'withdrawConsent',
          summary: 'Stop mails to an address, all or by topic; needs no identity',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: withdrawBodySchema(organisation) } },
          },
          responses: consentAnswers('The same for every address. In force at once.'),
        },
      },
      '/api/rehearsals': {
        post: {
          operationId: 'submitRehearsal',
          summary: 'Make a case that lives by a rehearsal clock (principals with the rehearse permission only)',
          security: [{ sigv4: [] }],
          requestParams: idempotencyKey,
          requestBody: { required: true, content: { 'application/json': { schema: submitRehearsalSchema } } },
          responses: {
            ...answers,
            '403': problem('Signed, but not by a principal that may rehearse.'),
            '404': problem('Not signed.'),
          },
        },
      },
    },
    components: {
      securitySchemes: {
        sigv4: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'AWS Signature Version 4, service execute-api.',
        },
      },
    },
  });
}
