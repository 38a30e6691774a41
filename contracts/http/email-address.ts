import { domainToASCII } from 'node:url';
import * as z from 'zod';

const LONGEST = 254;
/** RFC 5321 section 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64;
/** Letters of any script, digits, dots and hyphens: what else a URL parser takes as a host would be silently changed. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * An e-mail address as people type it: trimmed, its domain in lower case and, where it is international, in its ASCII
 * form (RFC 5891). The local part stays as typed. Quoted and non-ASCII local parts are refused: SES does not take them.
 */
export const emailAddressSchema = z
  .string()
  .max(LONGEST)
  .transform((typed) => withAsciiDomain(typed.trim()))
  .pipe(z.email().refine((address) => address.lastIndexOf('@') <= LONGEST_LOCAL_PART, { params: { code: 'too_long' } }))
  .meta({ type: 'string', format: 'email', pattern: z.regexes.email.source, maxLength: LONGEST });

function withAsciiDomain(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0 || !DOMAIN.test(address.slice(at + 1))) return address;
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`;
}
