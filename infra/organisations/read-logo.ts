import { readFileSync } from 'node:fs';

/** The text of `logo.svg` in the folder of an organisation. Throws when there is none. */
export function readLogo(organisationId: string): string {
  return readFileSync(new URL(`${organisationId}/logo.svg`, import.meta.url), 'utf8');
}
