import type { Texts } from '../nl.ts';

export const deskPages: Texts['deskPages'] = {
  desk: {
    title: 'Privacy desk for staff',
    lead: 'Enter your work address. You get a mail with a link to sign in.',
    email: 'Your work address',
    button: 'Send me a link',
  },
  signInSent: {
    title: 'Look in your mail',
    lead: 'A member of staff now gets a mail with a link to sign in: the one whose address or link this is.',
    lives: 'The link works for a short time and only once. Open it in this browser.',
  },
  signIn: { title: 'Sign in', lead: 'Press the button to sign in in this browser.', button: 'Sign in' },
  signedIn: {
    title: 'You are signed in',
    lead: (hours) => `You stay signed in in this browser for ${hours} hours.`,
    next: 'Now open the link from the mail about your case.',
  },
  openAction: {
    title: 'Open the case',
    lead: 'Press the button to look at the case. Nothing changes yet.',
    button: 'Look at the case',
  },
  action: {
    titles: {
      take: 'Take this case',
      accept: 'Accept this request',
      dismiss: 'Dismiss this request',
      answer: 'Answer this part',
    },
    caseHeading: 'The case',
    contentHeading: 'What the requester wrote',
    partsHeading: 'Parts',
    partOpen: 'still open',
    partDecided: (date) => `answered on ${date}`,
    partNow: 'this part',
    noText: 'The requester wrote nothing here.',
    eventsHeading: 'What has happened so far',
    formHeading: 'Your decision',
    take: 'You become the handler of this case. Colleagues see that.',
    accept: 'The request counts from the day of receipt. The requester gets an acknowledgement.',
    dismissWarning:
      'Never dismiss a real request. Do you not want to do what somebody asks? Then accept the request and answer it.',
    ground: 'Why is this not a request?',
    chooseGround: 'Choose a reason',
    text: 'Your answer to the requester',
    textHint: 'The requester collects this with a link and the collection code.',
    noPersonalData:
      'Put no personal data of the requester in the answer yet. We are not yet certain who makes the request.',
    buttons: { take: 'Take', accept: 'Accept', dismiss: 'Dismiss', answer: 'Send this answer' },
    errors: {
      text_required: 'Write the answer first.',
      text_refused: 'We cannot store this answer. It is too long or holds unreadable characters.',
      ground_required: 'Choose a reason first.',
    },
  },
  doneBy: {
    title: 'This has been done already',
    sentences: {
      take: (name, at) => `${name} took this case on ${at}.`,
      accept: (name, at) => `${name} accepted this request on ${at}.`,
      dismiss: (name, at) => `${name} dismissed this request on ${at}.`,
      answer: (name, at) => `${name} answered this part on ${at}.`,
    },
    nothing: 'Pressing the button again changed nothing.',
    nothingToDo: 'There is nothing left for you to do here.',
  },
  actionDone: {
    title: 'Done',
    sentences: {
      take: (caseNumber) => `You are now the handler of case ${caseNumber}.`,
      accept: (caseNumber) => `Case ${caseNumber} is accepted and open.`,
      dismiss: (caseNumber) => `Case ${caseNumber} is dismissed.`,
      answer: (caseNumber) => `The answer in case ${caseNumber} is stored.`,
    },
    nextSteps: {
      answer_parts: 'Now answer each part with the links from the mail.',
      parts_remain: 'Some parts are still open. Answer them with the links from the mail.',
      case_closed: 'All parts are answered. The requester now gets a mail with a link.',
      case_opened: 'The requester gets an acknowledgement. You get a mail with the links.',
      nothing: 'You need not do anything else.',
    },
  },
};
