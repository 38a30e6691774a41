import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { problemSchema } from './problem.ts';
import {
  addressesCheckedSchema,
  checkAddressesSchema,
  importBodySchema,
  subscriberPageSchema,
  subscriberQuerySchema,
  subscribersImportedSchema,
} from './subscribers.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const signed = [{ sigv4: [] }];
const path = z.object({ topic: z.string().meta({ description: 'A topic of the organisation.' }) });

const refusals = {
  '403': problem('Signed, but not by a principal that may use the lists.'),
  '404': problem('No such topic, or not signed.'),
  '503': problem('Send the same again.'),
};

const bodyRefusals = {
  ...refusals,
  '400': problem('The body is not JSON.'),
  '413': problem('The body is larger than 64 KiB: send fewer at once.'),
  '415': problem('The body is not application/json.'),
  '422': problem('A field is missing, unknown or not as described.'),
};

/** What the API has for a newsletter tool, as OpenAPI 3.1 paths. */
export const subscriberPaths: ZodOpenApiPathsObject = {
  '/api/topics/{topic}/subscribers': {
    get: {
      operationId: 'listSubscribers',
      summary: 'Page through who may be mailed about a topic, each with their own unsubscribe address',
      description:
        'The order never changes: whoever is on the list from the first page to the last comes exactly once. Suppressed addresses are left out.',
      security: signed,
      requestParams: { path, query: subscriberQuerySchema },
      responses: {
        '200': {
          description: 'A page; the last one has no `next`.',
          content: { 'application/json': { schema: subscriberPageSchema } },
        },
        '422': problem('The cursor or the limit is not as described.'),
        ...refusals,
      },
    },
  },
  '/api/topics/{topic}/check': {
    post: {
      operationId: 'checkAddresses',
      summary: 'Ask right before a mailing who of a batch may be mailed',
      security: signed,
      requestParams: { path },
      requestBody: { required: true, content: { 'application/json': { schema: checkAddressesSchema } } },
      responses: {
        '200': {
          description: 'One result for each address, in their order.',
          content: { 'application/json': { schema: addressesCheckedSchema } },
        },
        ...bodyRefusals,
      },
    },
  },
  '/api/topics/{topic}/imports': {
    post: {
      operationId: 'importSubscribers',
      summary: 'Take consents over from an earlier list, with the evidence of each',
      description:
        'Each line is judged on its own, and sending it again changes nothing. Nobody is mailed. Whoever is suppressed, or withdrew after the consent of the line, is refused.',
      security: signed,
      requestParams: { path },
      requestBody: { required: true, content: { 'application/json': { schema: importBodySchema } } },
      responses: {
        '200': {
          description: 'One result for each line, in their order; `code` says why one was refused.',
          content: { 'application/json': { schema: subscribersImportedSchema } },
        },
        ...bodyRefusals,
      },
    },
  },
};
