import type { Texts } from '../nl.ts';
import { pluralsIn } from '../counted.ts';

const plural = pluralsIn('en');

export const deskMail: Texts['deskMail'] = {
  senders: {
    person: 'from a person',
    machine: 'sent by a machine',
    spam: 'looks like spam',
  },
  unreadable: 'could not be read',
  heading: 'The mail',
  subject: 'Subject',
  noSubject: 'no subject',
  sender: 'Kind of sender',
  files: 'Files',
  noFiles: 'No files came with it.',
  contentGone: 'We no longer keep the subject and the list of files.',
  marks: {
    spam: 'Our mail provider thinks that this is spam, or found a virus in it. Open nothing of it unless you are sure.',
    machine: 'A machine sent this mail. For example a system or a mailing list.',
    unreadable: 'We could not read this mail. We have kept it whole. Save it and open it in a mail program.',
  },
  caution: 'We have kept the files and not opened them. Open only what you trust.',
  save: (fileName) => `Save: ${fileName}`,
  inMessageOnly: 'only in the mail itself',
  saveWhole: 'Save the whole mail',
  gone: {
    title: 'This is no longer here',
    lead: 'We keep mails and their files for eighteen months. After that they go.',
  },
  proposedHeading: 'What the mail seems to ask',
  proposedLead: 'The privacy desk proposes this. Nothing has been decided yet.',
  nothingRecognised: 'We recognised no request about privacy in this mail.',
  accept: {
    heading: 'What does this person ask?',
    proposed: (count) =>
      plural(count, {
        one: 'We recognised # request. Is it right? Change the ticks where needed.',
        other: 'We recognised # requests. Are they right? Change the ticks where needed.',
      }),
    nothing: 'We recognised nothing. Tick what this person asks.',
    why: 'The mail says:',
    button: 'Accept as these requests',
    counts:
      'The mail becomes a case with these requests. They count from the moment the mail arrived. Marketing stops at once where that is asked.',
    acknowledged: 'The person has had an acknowledgement already.',
    willBeAcknowledged: 'The person gets an acknowledgement.',
  },
  dismiss: {
    hasAlready: 'Is it not a privacy matter? Then you need not send it on: customer service has had this mail too.',
    sentOn: 'Is it not a privacy matter? Then we send the whole mail on to customer service.',
  },
  overview: {
    heading: 'Mail to sort',
    lead: 'These mails have come in. What they ask is a proposal. Accept a mail, or set it aside.',
    none: 'There is no mail to sort.',
    left: (count) =>
      plural(count, {
        one: '# other request waits, with more time left. You see it when there is room above.',
        other: '# other requests wait, with more time left. You see them when there is room above.',
      }),
  },
  digest: (what) => `This came in as a mail (${what}). What it asks is a proposal of the privacy desk.`,
  joined: {
    heading: 'Message by mail',
    otherAddress: 'Written from another address than the requester’s:',
    otherAddressWarning:
      'We do not know whether this is from the requester. Give no personal data in answer to this message.',
    fromOther: 'from another address',
    noText: 'We could read no text. Open the whole mail.',
    files: 'Files in this mail',
  },
};
