import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createDynamoDbCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { createDynamoDbRequestIntake } from '../../adapters/dynamodb/request-intake.ts';
import { createDynamoDbSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { pause, randomBytes, systemClock } from '../../adapters/system.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { instantText } from '../../domain/instants.ts';
import { Temporal } from 'temporal-polyfill';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { awsConfigOf } from '../../tools/desk-client/aws-config.ts';
import type { DeskFile } from '../../tools/local/desk-file.ts';
import { madeCase } from './made-cases.ts';

/** What the pages are measured on. */
export interface MeasuredDesk {
  readonly url: string;
  /** Cookie of a privacy officer, who sees every case. */
  readonly cookie: string;
  /** Open cases of theirs, at most fifty. */
  readonly caseNumbers: readonly string[];
}

/** Creations under way at once. */
const AT_ONCE = 8;
const SHOWN_CASES = 50;
const FAR = Temporal.Instant.from('9999-12-31T00:00:00Z');

/** Fills a local desk up to so many open and unconfirmed cases, straight into its tables, and signs in. */
export async function fillDesk(
  { engine, region, url, outputs }: Pick<DeskFile, 'engine' | 'region' | 'url' | 'outputs'>,
  wanted: Readonly<Record<'open' | 'unconfirmed', number>>,
): Promise<MeasuredDesk> {
  const output = (name: string) => Object.values(outputs).flatMap((stack) => stack[name] ?? [])[0] ?? '';
  const client = new DynamoDBClient(awsConfigOf({ engine, region }));
  const tables = {
    deskTable: output('DeskTable'),
    ledgerTable: output('LedgerTable'),
    limitsTable: output('LimitsTable'),
  };
  const access = { client, tables, clock: systemClock, randomBytes, pause };
  const keys = await loadKeyRing(new SecretsManagerClient(awsConfigOf({ engine, region })), output('KeyRingSecretArn'));
  const [cases, intake] = [createDynamoDbCaseStore(access), createDynamoDbRequestIntake(access)];
  const made = { organisation: ctTelecom, keys, randomBytes, now: systemClock.now() };
  for (const kind of ['open', 'unconfirmed'] as const) {
    const there = (await cases.listDue(kind, FAR)).length;
    for (let index = there; index < wanted[kind]; index += AT_ONCE) {
      const next = Array.from({ length: Math.min(AT_ONCE, wanted[kind] - index) }, (_, nth) => index + nth);
      await Promise.all(next.map((nth) => intake.create(madeCase(nth, kind, made))));
    }
  }

  const secret = Buffer.from(randomBytes(32)).toString('base64url');
  const officer = ctTelecom.staff.find(({ role }) => role === 'privacy_officer');
  await createDynamoDbSessionStore(access).put({
    schemaVersion: 1,
    hash: tokenHash(secret),
    staffId: officer?.staffId ?? '',
    rehearsal: false,
    expiresAt: instantText(systemClock.now().add({ hours: 1 })),
  });
  return {
    url,
    cookie: `desk-session=${secret}`,
    caseNumbers: (await cases.listDue('open', FAR)).slice(0, SHOWN_CASES),
  };
}
