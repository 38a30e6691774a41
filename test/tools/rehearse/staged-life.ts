import { Temporal } from 'temporal-polyfill';
import type { Executions } from '../../../tools/desk-client/executions.ts';
import type { DeskClient } from '../../../tools/desk-client/desk-client.ts';
import type { Mail } from '../../../tools/desk-client/mailbox.ts';
import { caseNumbersIn, linksIn } from '../../../tools/desk-client/mail-links.ts';
import { beginLife, type Life } from '../../../tools/rehearse/life.ts';
import { createStory, type Story } from '../../../tools/rehearse/story.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { testCaseNumber } from '../../support/fixtures/cases.ts';

export const CASE_NUMBER = testCaseNumber(1);
/** Wall instant at which the staged life began. */
export const BEGAN = Temporal.Instant.from('2026-11-24T12:00:00.350Z');

export interface StagedLife {
  readonly life: Life;
  readonly story: Story;
}

/** A life on a stage without a desk: its mails and executions are the given ones. */
export async function stagedLife(
  given: {
    readonly mails?: readonly Mail[];
    readonly executions?: Executions;
    readonly receivedAt?: string;
    readonly dayLastsSeconds?: number;
    readonly rehearsalMailDomain?: string;
  } = {},
): Promise<StagedLife> {
  const story = createStory();
  const receivedAt = given.receivedAt ?? '2026-03-02T10:00:00+01:00';
  // What a life that is staged asks of its client, and no more.
  const client = {
    desk: {
      url: 'http://127.0.0.1:9',
      engine: 'http://127.0.0.1:9',
      rehearsalMailDomain: given.rehearsalMailDomain,
    },
    organisation: ctTelecom,
    mailbox: { about: () => Promise.resolve(given.mails ?? []) },
    executions: given.executions,
    rehearse: () =>
      Promise.resolve({
        caseNumber: CASE_NUMBER,
        collectionCode: 'AAAA-BBBB-CCCC',
        receivedAt: Temporal.Instant.from(receivedAt).toString({ smallestUnit: 'millisecond' }),
        promisedDate: '2026-03-30',
        sentAt: BEGAN.subtract({ milliseconds: 20 }),
        answeredAt: BEGAN.add({ milliseconds: 20 }),
      }),
  } as unknown as DeskClient;
  const stage = { client, dayLastsSeconds: given.dayLastsSeconds ?? 10, story };
  const life = await beginLife(stage, {
    requester: { name: 'Jan Jansen', language: 'nl' },
    receivedAt,
    parts: [{ requestType: 'access' }],
    asks: 'asks to see his data',
  });
  return { life, story };
}

/** A mail that arrived so many seconds after the life began. */
export function mailOf(to: string, subject: string, text: string, secondsAfter = 1): Mail {
  return {
    id: `${to} ${subject}`,
    arrivedAt: BEGAN.add({ milliseconds: secondsAfter * 1000 }),
    to,
    subject,
    text,
    html: '',
    links: linksIn(text),
    caseNumbers: caseNumbersIn(`${subject}\n${text}`),
  };
}

/** The claims that did not hold. */
export function wrongs({ checks }: Story): readonly string[] {
  return checks.flatMap(({ wrong }) => (wrong === undefined ? [] : [wrong]));
}
