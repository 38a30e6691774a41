import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { instantText } from '../../../domain/instants.ts';
import { tokenHash } from '../../../domain/desk/action-token.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { findStaff, type StaffMember } from '../../../domain/organisation.ts';
import { sessions } from './stored.ts';
import type { Answered } from './web.ts';

function member(staffId: string): StaffMember {
  const found = findStaff(ctTelecom, staffId);
  if (found === undefined) throw new Error(`${staffId} is not in the profile`);
  return found;
}

export const anna = member('anna-de-wit');
export const sam = member('sam-okafor');
export const pieter = member('pieter-van-dam');
export const fatima = member('fatima-el-idrissi');
export const lotte = member('lotte-mulder');
export const everyStaffAddress: readonly string[] = ctTelecom.staff.map(({ email }) => email);

/** A session of a staff member in a browser, as signing in would make it: for tests about what comes after. */
export async function sessionOf({ staffId }: StaffMember): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = instantText(Temporal.Now.instant().add({ hours: 1 }));
  await sessions.put({ schemaVersion: 1, hash: tokenHash(secret), staffId, rehearsal: false, expiresAt });
  return secret;
}

/** The session secret an answer leaves in the browser, if any. */
export function sessionIn({ headers }: Answered): string | undefined {
  const cookie = headers.getSetCookie().find((value) => value.startsWith('desk-session='));
  return cookie?.slice('desk-session='.length).split(';')[0];
}
