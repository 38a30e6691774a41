import { createSecretsManagerClient } from '../../../adapters/aws-clients.ts';
import { loadKeyRing } from '../../../adapters/secrets/key-ring.ts';
import { type ConsentRecord, recordsOfAddress, stateOf } from '../../../domain/consents/consent-record.ts';
import { mailTo } from './mailbox.ts';
import { unique } from './requests.ts';
import { desk } from './running-desk.ts';
import { consents } from './stored.ts';
import { type Answered, call, press } from './web.ts';

export interface Reader {
  readonly email: string;
  /** Of the address in the receipt that stops one topic. */
  readonly token: string;
}

/** `POST /api/consents`, or another address of that API, with whatever body. */
export function postConsents(body: object, path = '/api/consents'): Promise<Answered> {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Somebody types an address in; answers the secret its holder got. */
export async function asked(email: string, topics: readonly string[]): Promise<string> {
  const answered = await postConsents({ language: 'en', email, topics, ageConfirmed: true });
  if (answered.status !== 202) throw new Error(`signing up was answered by ${answered.status}`);
  return secretMailedTo(email);
}

/** The secret of the newest mail that asks the holder of an address whether they signed up. */
export async function secretMailedTo(email: string): Promise<string> {
  const { text } = await mailTo(email, ['/newsletter/confirm?']);
  const [, secret] = /\/newsletter\/confirm\?\S*#([\w-]{43})/.exec(text) ?? [];
  if (secret === undefined) throw new Error('the mail asks its reader to confirm');
  return secret;
}

/** A new address whose holder has consented. */
export async function subscribed(topics: readonly string[] = ['nieuwsbrief']): Promise<Reader> {
  const email = `${unique('reader.')}@example.com`;
  await press('/newsletter/confirm', { token: await asked(email, topics), decision: 'confirm' });
  const { text } = await mailTo(email, ['/unsubscribe/']);
  const [, token] = /\/unsubscribe\/(k\d+\.[\w-]{43}\.[a-z0-9-]+\.[\w-]{22})/.exec(text) ?? [];
  if (token === undefined) throw new Error('the receipt says how to stop');
  return { email, token };
}

/** A post to an unsubscribe address as a mail provider sends it: no cookie, no word about where it comes from. */
export function oneClick(token: string, body: string | FormData = 'List-Unsubscribe=One-Click'): Promise<Answered> {
  const headers: Record<string, string> =
    typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  return call(`/unsubscribe/${token}`, { method: 'POST', headers, body });
}

/** What is stored of the consents of an address. */
export async function storedRecords(email: string): Promise<readonly ConsentRecord[]> {
  const keys = await loadKeyRing(createSecretsManagerClient(), desk.keyRingArn);
  return recordsOfAddress(consents, keys, email);
}

/** Topics whose consent is in force. */
export async function topicsOn(email: string): Promise<readonly string[]> {
  const records = await storedRecords(email);
  return records.filter((record) => stateOf(record) === 'given').map(({ topic }) => topic);
}
