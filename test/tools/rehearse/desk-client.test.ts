import { describe, expect, it } from 'vitest';
import { deskAddressOf, readDeskAddress } from '../../../tools/desk-client/desk-address.ts';
import { eventsOn } from '../../../tools/desk-client/case-history.ts';
import { wordsOf } from '../../../tools/desk-client/browser.ts';
import { isLinkFor, linksIn } from '../../../tools/desk-client/mail-links.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { testCaseNumber } from '../../support/fixtures/cases.ts';

const SECRET = 'zTYicH0gaMUdQBlrq3cClf9HAh9_xK2XRUCShADxV7w';
const DESK = 'https://desk.example.org/live';

function link(label: string) {
  return { label, url: '', page: 'desk/act', secret: SECRET, caseNumber: undefined };
}

/** The page of a staff link, with one line of history. */
function page(line: string) {
  return { status: 200, title: '', text: '', token: undefined, html: `<ol class="events"><li>${line}</li></ol>` };
}

describe('the links of a mail', () => {
  it('are its buttons, in order, each with the case above it', () => {
    const [one, two] = [testCaseNumber(1), testCaseNumber(2)];
    const text = [
      `Hello Sam,`,
      one,
      `Accept\n${DESK}/desk/act?language=en#${SECRET}`,
      two,
      `Neem aan\r\n${DESK}/desk/act?language=nl#${SECRET}`,
      `Does a button not work? Open ${DESK}/desk/act?language=en and paste the part of the link.`,
    ].join('\n\n');
    expect(linksIn(text)).toMatchObject([
      { label: 'Accept', page: 'desk/act', secret: SECRET, caseNumber: one },
      { label: 'Neem aan', page: 'desk/act', secret: SECRET, caseNumber: two },
    ]);
  });

  it.each(['confirm', 'confirm-contact', 'collect', 'report', 'desk/sign-in'])('may lead to /%s', (to) => {
    expect(linksIn(`Press here\n${DESK}/${to}?language=en#${SECRET}`)).toMatchObject([{ page: to, secret: SECRET }]);
  });

  it('are recognised by what they are for, in both languages', () => {
    expect(isLinkFor(link('Take this case'), 'take')).toBe(true);
    expect(isLinkFor(link('Pak deze zaak op'), 'take')).toBe(true);
    expect(isLinkFor(link('Beantwoord: vraag'), 'answer', 'question')).toBe(true);
    expect(isLinkFor(link('Beantwoord: vraag'), 'answer')).toBe(true);
    expect(isLinkFor(link('Beantwoord: vraag'), 'answer', 'access')).toBe(false);
    expect(isLinkFor(link('Take this case'), 'answer')).toBe(false);
  });
});

describe('what has happened in a case', () => {
  it('is read from the page, by the clock in Amsterdam', () => {
    const line = 'Wednesday 31 March 2027 at 09:00: Taken <span class="by">(by Anna de Wit)</span>';
    const [event] = eventsOn(page(line));
    expect(event?.type).toBe('case_taken');
    expect(event?.at.toString()).toBe('2027-03-31T07:00:00Z');
  });

  it('is refused when a line cannot be read', () => {
    expect(() => eventsOn(page('Wednesday 31 March 2027 at 09:00: Something new'))).toThrow(RangeError);
  });
});

describe('the address of a desk', () => {
  const outputs = {
    Desk: { StateMachineArn: 'arn:of:machine', SweepName: 'sweep', RecordMailEventsName: 'record-mail-events' },
  };
  const file = { url: DESK, mailbox: 'http://127.0.0.1:1080', region: 'eu-west-1', outputs };

  it('knows what the stacks are called, and that a desk without an engine is on AWS', () => {
    expect(deskAddressOf(file)).toMatchObject({
      stateMachineArn: 'arn:of:machine',
      sweepName: 'sweep',
      recordMailEventsName: 'record-mail-events',
      engine: undefined,
      day: 'real',
    });
    expect(deskAddressOf({ ...file, day: 10 }).day).toBe(10);
  });

  it('says what is missing', async () => {
    expect(() => deskAddressOf({ ...file, outputs: {} })).toThrow('output StateMachineArn');
    await expect(readDeskAddress('/nowhere/desk.json')).rejects.toThrow('There is no file /nowhere/desk.json.');
    await expect(readDeskAddress(import.meta.filename)).rejects.toThrow('does not describe a desk');
  });
});

describe('waiting', () => {
  it('answers what was found', async () => {
    let asked = 0;
    const found = await waitFor('the third answer', 5, () => Promise.resolve(++asked === 3 ? 'here' : undefined));
    expect(found).toBe('here');
  });

  it('ends with a sentence when nothing comes', async () => {
    await expect(waitFor('a mail', 0, () => Promise.resolve(undefined))).rejects.toThrow(
      'Waited 0 s in vain for a mail.',
    );
  });
});

describe('the words of a page', () => {
  it('are what a person reads', () => {
    expect(wordsOf('<p>Tom &amp; Jan&#39;s\n <b>&lt;3&gt;</b></p>')).toBe(`Tom & Jan's <3>`);
  });
});
