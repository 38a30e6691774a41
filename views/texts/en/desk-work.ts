import { listsIn, pluralsIn } from '../counted.ts';
import type { Texts } from '../nl.ts';

const number = new Intl.NumberFormat('en');
const plural = pluralsIn('en');
const list = listsIn('en');

export const deskWork: Texts['deskWork'] = {
  time: (days) => {
    if (days === 0) return { big: 'Today', rest: 'is the last working day' };
    const word = plural(Math.abs(days), { one: 'working day', other: 'working days' });
    return { big: number.format(Math.abs(days)), rest: days > 0 ? `${word} to go` : `${word} late` };
  },
  closed: { big: 'Closed', rest: 'everything is answered' },
  dismissed: { big: 'Dismissed', rest: 'was no request' },
  columns: {
    time: 'Time',
    case: 'Case',
    asked: 'Asked',
    assignee: 'Handler',
    due: 'Answer by',
    state: 'State',
    arrived: 'Arrived',
    sender: 'Sender',
  },
  waits: {
    handler: 'waits for a handler',
    approval: 'waits for approval',
    requester: 'waits for the requester',
    answer: 'waits for an answer',
    sorting: 'waits to be sorted',
    confirmation: 'waits to be confirmed',
  },
  extended: 'extended',
  overview: {
    jumpHeading: 'On this page',
    toCases: (cases) => `To the cases (${number.format(cases)})`,
    toSearch: 'Find a case',
    toMail: (mails) => `Mail to sort (${number.format(mails)})`,
    toUnconfirmed: (requests) => `Unconfirmed (${number.format(requests)})`,
    toAbsence: 'Absence',
    urgency: (late, today) => {
      if (late === 0 && today === 0) return 'Nothing is late, and nothing has to be done today.';
      const parts = [
        ...(late === 0 ? [] : [`${number.format(late)} late`]),
        ...(today === 0 ? [] : [`${number.format(today)} today`]),
      ];
      return `${list(parts)}.`;
    },
    cases: (cases) => plural(cases, { one: '# case', other: '# cases' }),
    sorted: 'What has to be done first is on top.',
    noneAtAll: 'There are no open cases. Everything is answered. A new request appears here by itself.',
    showAll: 'Show all open cases',
    counted: (label, cases) => `${label} (${number.format(cases)})`,
    unreadable: (cases) =>
      plural(cases, {
        one: '# case could not be read and is not listed. The engineers are told.',
        other: '# cases could not be read and are not listed. The engineers are told.',
      }),
    pagesHeading: 'Pages',
    page: (page, pages) => `Page ${number.format(page)} of ${number.format(pages)}`,
    previous: 'Previous',
    next: 'Next',
    caption: (from, to, all) => `Open cases ${number.format(from)} to ${number.format(to)} of ${number.format(all)}`,
    setAbsence: 'Enter an absence',
  },
  case: {
    inShort: 'In short',
    asks: 'asks for',
    seemsToAsk: 'seems to ask for',
    onBehalfOf: 'on behalf of',
    lastDone: 'Done last',
    nowHeading: 'What now',
    nowNothing: {
      approval: 'This waits for the approval of a colleague. You need not do anything now.',
      done: 'The case is done. You need not do anything.',
      other: 'There is nothing you have to do now.',
      mayNot: 'You can look at this case. Others decide.',
    },
    others: 'More you can do',
    groupOf: (name, actions) => `${name} (${number.format(actions)})`,
    groups: {
      answer: 'Answer',
      ask: 'Ask or write to the requester',
      identity: 'Who is it?',
      dates: 'Dates and reminders',
      people: 'Colleagues and recipients',
      parts: 'Parts and links',
      tasks: 'End tasks',
      other: 'Something else',
    },
    factsHeading: 'Facts of the case',
    earlier: (events) => plural(events, { one: '# earlier event', other: '# earlier events' }),
    newestFirst: 'The newest is on top.',
    reason: 'Reason:',
    steps: {
      unclaimed: 'nobody had taken the case yet',
      ten_days_left: 'ten working days left',
      five_days_left: 'five working days left',
      two_days_left: 'two working days left',
      one_day_left: 'one working day left',
      target_day: 'the last working day',
      promise_missed: 'the promised date had passed',
      limit_missed: 'the statutory limit had passed',
      extended_ten_days_left: 'ten working days left after the extension',
      extended_five_days_left: 'five working days left after the extension',
      extended_two_days_left: 'two working days left after the extension',
      extended_one_day_left: 'one working day left after the extension',
      extended_target_day: 'the last working day of the extension',
      extended_date_missed: 'the new date had passed',
      extended_limit_missed: 'the extended statutory limit had passed',
    },
    stillOpen: 'the case was still open',
    inquiryStep: 'a question to the requester',
    taskStep: 'a task',
    steppedAs: (why) => `because: ${why}`,
  },
  action: {
    aboutHeading: 'What it is about',
    whole: 'The whole case: facts, parts, messages and tasks',
    history: 'What has happened so far',
    answerGroup: 'The answer',
    identityGroup: 'Personal data and identity',
    moreKept: 'More lines',
    now: 'Now',
  },
  batch: {
    more: (cases) =>
      plural(cases, {
        one: 'There is # more case of this type. You see it when these are answered.',
        other: 'There are # more cases of this type. You see them when these are answered.',
      }),
  },
  intake: {
    howHeading: 'How and when',
    moreHeading: 'Is it for somebody else, or does it belong to an earlier case?',
  },
};
