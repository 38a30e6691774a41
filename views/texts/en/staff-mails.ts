import type { Texts } from '../nl.ts';

export const staffMails: Texts['staffMails'] = {
  urgencies: {
    newCase: 'NEW',
    unclaimed: 'NOT TAKEN YET',
    daysLeft: (days) => (days === 1 ? '1 WORKING DAY LEFT' : `${days} WORKING DAYS LEFT`),
    lastDay: 'LAST DAY TODAY',
    targetPassed: 'TARGET DAY PASSED',
    promiseMissed: 'PROMISE MISSED',
    limitMissed: 'STATUTORY LIMIT MISSED',
    stillOpen: 'STILL OPEN',
    signIn: 'SIGN IN',
  },
  unconfirmedCount: (count) => (count === 1 ? '1 request not confirmed' : `${count} requests not confirmed`),
  signInSubject: 'Your link to the privacy desk',
  greeting: (name) => `Hello ${name},`,
  leads: {
    newCase: 'There is a new case. Who takes it?',
    unclaimed: 'Nobody has taken this case yet.',
    daysLeft: (days) =>
      days === 1
        ? 'There is 1 working day left to answer this case.'
        : `There are ${days} working days left to answer this case.`,
    lastDay: 'Today is the last working day to answer this case.',
    targetPassed: 'The last working day to answer this case has passed.',
    promiseMissed: 'The promised date has passed and the case is still open.',
    limitMissed: 'The statutory limit has passed and the case is still open.',
    stillOpen: 'The case is still open after its limit was missed.',
  },
  nextHeading: 'What is needed now?',
  next: {
    take: 'Take the case, or see that a colleague does.',
    answer: 'Answer each part. The case then closes by itself.',
    blocked: 'Can it not be done in time? Talk it over today: handler, team lead and privacy officer.',
    promiseMissed: 'See that the answer is ready today. Call the requester if that cannot be done.',
    limitMissed: 'Record this as an incident. See that the answer is ready today.',
    stillOpen: 'Agree who finishes the case today.',
    information: 'This message is for your information.',
  },
  take: 'Take this case',
  answer: (part, name) => `Answer ${part} (${name})`,
  unconfirmed: {
    lead: (count) =>
      count === 1
        ? 'There is 1 request that the requester has not confirmed.'
        : `There are ${count} requests that the requesters have not confirmed.`,
    why: 'A request counts from its receipt, confirmed or not. Accept every real request.',
    warning: 'Dismiss only what is spam, a test, a duplicate or no request.',
    accept: 'Accept',
    dismiss: 'Dismiss',
  },
  signIn: {
    lead: 'This button signs you in at the privacy desk.',
    button: 'Sign in',
    lives: (minutes) => `The link works for ${minutes} minutes and only once.`,
    notYou: 'Did you not ask for this? Then you need not do anything. Do tell the privacy officer.',
  },
  fallback: { before: 'Does a button not work? Open', between: 'and paste the part of the link after the # sign.' },
  onlyForYou: 'The links work only for you. Do not forward this message.',
};
