import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { signedProblemAnswers } from './openapi-problems.ts';
import { BODY_REFUSALS, UNAVAILABLE } from './openapi-requests.ts';
import {
  addressesCheckedSchema,
  checkAddressesSchema,
  importBodySchema,
  subscriberPageSchema,
  subscriberQuerySchema,
  subscribersImportedSchema,
} from './subscribers.ts';

const security = [{ sigv4: [] }];
const tags = ['Subscriber lists'];
const WHO_MAY = 'use the lists';

const listRefusals = { 'not-found': 'The organisation has no such topic.', ...UNAVAILABLE } as const;
const bodyRefusals = {
  ...listRefusals,
  ...BODY_REFUSALS,
  'body-too-large': 'The body is larger than 64 KiB: send fewer at once.',
} as const;

const UNSUBSCRIBE_URL = 'https://privacy.example.org/unsubscribe/k1.AAECAwQFBgcICQoLDA0ODw.news.ICEiIyQlJicoKSorLC0uLw';

/** What the API has for a newsletter tool, as OpenAPI 3.1 paths, with the topics of one organisation. */
export function subscriberPaths(topics: readonly string[]): ZodOpenApiPathsObject {
  const [topic = 'news'] = topics;
  const path = z.object({
    topic: z.string().meta({ description: `A topic of the organisation: ${topics.join(', ')}.`, examples: [topic] }),
  });
  return {
    '/api/topics/{topic}/subscribers': {
      get: {
        operationId: 'listSubscribers',
        tags,
        summary: 'Read the list of a topic',
        description:
          'Pages through who may be mailed about a topic, each with an unsubscribe address of their own. The order never changes: whoever is on the list from the first page to the last comes exactly once. Suppressed addresses are left out.',
        security,
        requestParams: { path, query: subscriberQuerySchema },
        responses: {
          '200': {
            description: 'A page. On the last one, next is null.',
            content: {
              'application/json': {
                schema: subscriberPageSchema,
                example: {
                  topic,
                  subscribers: [
                    {
                      recordId: '6b1e2f60-4c0a-4f7e-9d52-0a8f7c1d3e90',
                      email: 'robin@example.org',
                      language: 'en',
                      since: '2026-03-02T10:00:00.000Z',
                      listUnsubscribe: `<${UNSUBSCRIBE_URL}>`,
                      listUnsubscribePost: 'List-Unsubscribe=One-Click',
                      unsubscribeUrl: UNSUBSCRIBE_URL,
                    },
                  ],
                  next: 'bmlldXdzYnJpZWYgMyBrMSMzZg',
                },
              },
            },
          },
          ...signedProblemAnswers(
            { ...listRefusals, 'invalid-body': 'The cursor or the limit is not as described.' },
            WHO_MAY,
          ),
        },
      },
    },
    '/api/topics/{topic}/check': {
      post: {
        operationId: 'checkAddresses',
        tags,
        summary: 'Check addresses before a mailing',
        description:
          'Asks right before a mailing who of a batch may be mailed: what was read yesterday is a day old. Mail those with `mayMail` and nobody else.',
        security,
        requestParams: { path },
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: checkAddressesSchema,
              example: { emails: ['robin@example.org', 'kim@example.org'] },
            },
          },
        },
        responses: {
          '200': {
            description: 'One result for each address, in their order.',
            content: {
              'application/json': {
                schema: addressesCheckedSchema,
                example: {
                  results: [
                    { email: 'robin@example.org', mayMail: true, reason: 'subscribed' },
                    { email: 'kim@example.org', mayMail: false, reason: 'suppressed' },
                  ],
                },
              },
            },
          },
          ...signedProblemAnswers(bodyRefusals, WHO_MAY),
        },
      },
    },
    '/api/topics/{topic}/imports': {
      post: {
        operationId: 'importSubscribers',
        tags,
        summary: 'Import consents from an earlier list',
        description:
          'Takes consents over, with the evidence of each. Each line is judged on its own, and sending it again changes nothing. Nobody is mailed. Whoever is suppressed, or withdrew after the consent of the line, is refused.',
        security,
        requestParams: { path },
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: importBodySchema,
              example: {
                dryRun: true,
                lines: [
                  {
                    line: 1,
                    email: 'robin@example.org',
                    language: 'en',
                    givenAt: '2024-03-01',
                    source: 'Form on the website',
                    wording: 'Yes, mail me the newsletter.',
                  },
                ],
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One result for each line, in their order; code says why one was refused.',
            content: {
              'application/json': {
                schema: subscribersImportedSchema,
                example: { results: [{ line: 1, outcome: 'added' }] },
              },
            },
          },
          ...signedProblemAnswers(bodyRefusals, WHO_MAY),
        },
      },
    },
  };
}
