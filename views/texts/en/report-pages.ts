import type { Texts } from '../nl.ts';

export const reportPages: Texts['reportPages'] = {
  open: {
    title: 'Tell us what you did',
    lead: 'Press the button to see what we ask you.',
    button: 'See the question',
  },
  notice: {
    processorTitle: 'Instruction about personal data',
    controllerTitle: 'Notice about personal data',
    forName: (name) => `For: ${name}`,
    what: 'Who and which data is it about?',
    careful: 'Share this data only with those who need it.',
    ground: 'The rules',
  },
  search: {
    title: 'Search for a privacy request',
    what: 'What should you look for?',
    found: 'Do not put personal data you found on this page. Give it to the handler in the way you use together.',
  },
  labels: { controller: 'Controller', reference: 'Reference', answerBy: 'Please answer by', types: 'Kind of request' },
  form: {
    heading: 'What did you do?',
    asLabel: 'Your answer',
    asEmpty: 'Choose an answer',
    done: {
      processor: 'We carried out the instruction',
      controller: 'We dealt with this',
      search: 'We searched',
    },
    cannot: 'We cannot do this',
    text: 'Explanation',
    textHint: 'If you cannot do it, write why. Do not put personal data here.',
    button: 'Send answer',
  },
  errors: {
    as_required: 'Choose what you did.',
    reason_required: 'Write why you cannot do this.',
    text_invalid: 'This text is too long or contains characters we cannot read.',
  },
  reported: {
    title: 'Thank you for your answer',
    done: (at) => `You told us on ${at} that this is done.`,
    cannot: (at) => `You told us on ${at} that this was not possible. A member of our staff will look at it.`,
    nothing: 'You do not have to do anything more.',
  },
  notNeeded: {
    title: 'You do not have to do anything more',
    lead: (caseNumber) => `The question about ${caseNumber} is no longer needed.`,
  },
};
