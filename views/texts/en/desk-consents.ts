import type { Texts } from '../nl.ts';

/** The page with which staff stop mails for somebody who calls. */
export const deskConsents: Texts['deskConsents'] = {
  title: 'Newsletter and offers',
  lead: 'Somebody wants no more mails, or asks what was consented to. Search by e-mail address.',
  noIdentity: 'Anybody may stop mails without saying who they are. Do not tell the caller what you see here.',
  email: 'E-mail address',
  emailWrong: 'This is not a valid e-mail address.',
  search: 'Search',
  found: 'What we know of this address',
  about: 'E-mail address',
  never: 'Consent was never given.',
  states: {
    requested: 'Not confirmed yet',
    given: 'Consent is in force',
    withdrawn: 'Stopped',
  },
  state: 'Where it stands',
  words: 'The text, literally',
  version: 'Version',
  history: 'What happened',
  by: (name) => `By ${name}.`,
  reachedTool: (at) => `Known to the sending tool: ${at}.`,
  notReachedTool: 'Not known to the sending tool yet.',
  stop: (name) => `Stop: ${name}`,
  stopAllHeading: 'Stop everything',
  stopAll: 'Stop everything',
  stopped: (name) => `Stopped: ${name}. This is in force at once. Tell the caller.`,
  stoppedAll: 'Everything has stopped. This is in force at once. Tell the caller.',
  confirmation: 'The person gets one mail about it, if something changed.',
  mayLookOnly: 'You can look at this. The handlers do the stopping.',
  link: 'Stop a newsletter or look up consent',
};
