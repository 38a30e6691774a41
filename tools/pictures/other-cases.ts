import { Temporal } from 'temporal-polyfill';
import type { DeskClient } from '../desk-client/desk-client.ts';
import { linkTo } from '../desk-client/mail-links.ts';
import type { RequestBody } from '../desk-client/requests.ts';

interface OtherCase {
  readonly name: string;
  readonly requestType: RequestBody['parts'][number]['requestType'];
  readonly text: string;
  /** How many days of it have gone by when the picture is taken. */
  readonly daysOld: number;
}

/** What else lies on the desk. Each is a rehearsal with days of its own length, or all would have as long to go. */
const OTHERS: readonly OtherCase[] = [
  { name: 'Mila Bos', requestType: 'access', text: 'Alles wat u over mij hebt, graag.', daysOld: 30 },
  { name: 'Ahmed Yilmaz', requestType: 'complaint', text: 'Ik krijg post van een vorige bewoner.', daysOld: 24 },
  { name: 'Sofie de Groot', requestType: 'rectification', text: 'Mijn achternaam is verkeerd gespeld.', daysOld: 15 },
  { name: 'Daan Peeters', requestType: 'erasure', text: 'Ik ben al drie jaar geen klant meer.', daysOld: 6 },
];

/** Cases by the time that the picture of the desk is taken: so many seconds after they came. */
export const OTHERS_AGE_SECONDS = 75;

/** Has the other cases come in, and confirms them. */
export async function makeOtherCases(client: DeskClient): Promise<void> {
  const now = Temporal.Now.instant().round('second');
  await Promise.all(
    OTHERS.map(async ({ name, requestType, text, daysOld }, index) => {
      const accepted = await client.rehearse({
        language: 'nl',
        requester: { name, email: `requester-${index}.${now.epochMilliseconds}@example.nl` },
        parts: [{ requestType, text }],
        rehearsal: { caseStart: now.toString(), dayLastsSeconds: OTHERS_AGE_SECONDS / daysOld },
      });
      const mail = await client.mailbox.waitFor(
        `the mail that confirms ${accepted.caseNumber}`,
        ({ caseNumbers, links }) => caseNumbers.includes(accepted.caseNumber) && linkTo('confirm', links) !== undefined,
      );
      const link = linkTo('confirm', mail.links);
      if (link !== undefined) await client.confirm(link);
    }),
  );
}
