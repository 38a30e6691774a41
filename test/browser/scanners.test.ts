import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/end-to-end/chromium.ts';
import { untilPlanned } from '../support/end-to-end/lives.ts';
import { LINKS_OF_PEOPLE, type Scanned } from '../support/end-to-end/scanned-links.ts';
import { CLICKER, LOOKERS, type Scanner, SUBMITTER } from '../support/end-to-end/scanners.ts';
import { changes, type DeskState, stateOf, untilMailed } from '../support/end-to-end/state-of-desk.ts';
import { cases, forgetSignInLimits } from '../support/end-to-end/stored.ts';

let browser: Browser;
beforeAll(async () => {
  await forgetSignInLimits();
  browser = await openBrowser();
});
afterAll(async () => browser.close());

describe.each([...LINKS_OF_PEOPLE])('a link that $name, and a scanner that', ({ arrange }) => {
  let scanned: Scanned;
  let before: DeskState;
  beforeAll(async () => {
    scanned = await arrange();
    await untilMailed(scanned.outboxIds);
    if (scanned.caseNumber !== null) await untilPlanned(scanned.caseNumber);
  });
  beforeEach(async () => {
    before = await stateOf(scanned);
  });
  const scanAll = async ({ scan }: Scanner) => {
    for (const link of scanned.links) await scan(browser, link);
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
    await scanned.human();
  });
});
