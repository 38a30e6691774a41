import { createDocument } from 'zod-openapi';
import { topicsOf } from '../../domain/consents/wording.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { consentPaths } from './openapi-consents.ts';
import { apiIntroduction } from './openapi-introduction.ts';
import { requestPaths } from './openapi-requests.ts';
import { subscriberPaths } from './openapi-subscribers.ts';

const TAGS = [
  {
    name: 'Requests',
    description: 'What a person asks about their data, and questions and complaints. For everybody.',
  },
  { name: 'Consents', description: 'Signing up for mailings, and stopping them. For everybody.' },
  { name: 'Subscriber lists', description: 'For a newsletter tool: who may be mailed. Signed calls only.' },
  { name: 'Rehearsals', description: 'Four weeks in minutes, to see that the clock runs. Signed calls only.' },
];

/** OpenAPI 3.1 of the public API, made from the schemas that parse it. `publicUrl` is the server's address. */
export function openApiDocument(publicUrl: string, organisation: OrganisationProfile) {
  const topics = topicsOf(organisation);
  const [topic = 'news'] = topics;
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: `Privacy desk of ${organisation.legalName}`,
      version: '1.0.0',
      description: apiIntroduction(publicUrl.replace(/\/+$/, ''), topic),
    },
    servers: [{ url: publicUrl }],
    tags: TAGS,
    paths: { ...requestPaths, ...consentPaths(organisation), ...subscriberPaths(topics) },
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
