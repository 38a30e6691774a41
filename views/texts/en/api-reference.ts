import type { Texts } from '../nl.ts';

export const apiReference: Texts['apiReference'] = {
  title: 'API for developers',
  lead: 'With this your software submits requests, and handles consents for mailings.',
  address: 'Address',
  machine: 'For software',
};
