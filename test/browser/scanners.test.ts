import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { kindOfLink, kindsInMailbox } from '../support/end-to-end/links-of-mails.ts';
import { newCaseMail, openedCase, staffSecrets, untilPlanned } from '../support/end-to-end/lives.ts';
import { secretsIn } from '../support/end-to-end/mailbox.ts';
import { LINKS_OF_PEOPLE, type Scanned } from '../support/end-to-end/scanned-links.ts';
import { LINKS_OF_STAFF, signInBy } from '../support/end-to-end/scanned-staff-links.ts';
import { CLICKER, LOOKERS, type Scanner, SUBMITTER } from '../support/end-to-end/scanners.ts';
import { sam } from '../support/end-to-end/staff.ts';
import { changes, type DeskState, stateOf, untilMailed } from '../support/end-to-end/state-of-desk.ts';
import { cases, forgetSignInLimits } from '../support/end-to-end/stored.ts';
import { press } from '../support/end-to-end/web.ts';

let browser: Browser;
beforeAll(async () => {
  await forgetSignInLimits();
  browser = await openBrowser();
});
afterAll(async () => browser.close());

const tried = new Set<string>();

describe.each([...LINKS_OF_PEOPLE, ...LINKS_OF_STAFF])('a link that $name, and a scanner that', ({ arrange }) => {
  let scanned: Scanned;
  let before: DeskState;
  beforeAll(async () => {
    scanned = await arrange();
    await untilMailed(scanned);
    if (scanned.caseNumber !== null) await untilPlanned(scanned.caseNumber);
  });
  beforeEach(async () => {
    before = await stateOf(scanned);
  });
  const scanAll = async ({ scan, opensPages }: Scanner) => {
    const kinds = new Map(scanned.links.map((link) => [kindOfLink(link), link]));
    // A page is the same whatever code its link carries.
    for (const link of opensPages ? kinds.values() : scanned.links) await scan(browser, link);
    for (const kind of kinds.keys()) tried.add(kind);
  };

  it.each([...LOOKERS, SUBMITTER])('$name, changes nothing', async (scanner) => {
    await scanAll(scanner);
    expect(changes(before, await stateOf(scanned))).toStrictEqual([]);
  });

  it(`${CLICKER.name}, does nothing that cannot be undone`, async () => {
    const { caseNumber, mayHappen } = scanned;
    const earlier = caseNumber === null ? [] : await cases.listEvents(caseNumber);
    await scanAll(CLICKER);
    const events = caseNumber === null ? [] : await cases.listEvents(caseNumber);
    const added = events.slice(earlier.length).map(({ type }) => type);
    expect(added.filter((type) => !mayHappen.includes(type))).toStrictEqual([]);
  });

  it('comes before a person, leaves the person what the link is for', async () => {
    await expect(scanned.human()).resolves.toBeUndefined();
  });
});

describe('scanners', () => {
  it('that press every link of a mail to staff leave its reader a way in', async () => {
    const { caseNumber } = await openedCase();
    const mail = await newCaseMail(sam, caseNumber);
    for (const token of secretsIn(mail, 'desk/act')) await press('/desk/act', { token });
    expect(await signInBy(sam, staffSecrets(mail).take)).not.toBe('');
  });

  it('have tried every kind of link that any mail in the mailbox holds', async () => {
    expect([...(await kindsInMailbox())].filter((kind) => !tried.has(kind))).toStrictEqual([]);
  });
});
