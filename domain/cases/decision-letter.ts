import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Language } from '../languages.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { Answer } from './case.ts';

export type RefusalLetter = NonNullable<Answer['refusal']>;

/**
 * The parts of a refusal that the person reads: scope and facts as they were written, the supervisory authority and
 * the court as the profile has them (GDPR art. 12(4), UAVG art. 35), in the language of the case.
 */
export function refusalLetter(
  profile: OrganisationProfile,
  language: Language,
  written: { readonly scope: string; readonly facts: string },
): RefusalLetter {
  const { name, website, postalAddress, phone } = profile.supervisoryAuthority;
  return {
    scope: written.scope,
    facts: written.facts,
    authority: `${name}, ${postalAddress}, ${phone}, ${website}`,
    court: profile.courtSentence[language],
  };
}

/** SHA-256 of the RFC 8785 form of a letter and the text it goes with, hex: proof that outlives the content. */
export function letterHashOf(letter: RefusalLetter, text: string): string {
  return createHash('sha256')
    .update(canonicalize({ ...letter, text }) ?? '')
    .digest('hex');
}
