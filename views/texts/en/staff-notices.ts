import type { Texts } from '../nl.ts';

const notices: Texts['staffNotices']['notices'] = {
  approval_wanted: {
    subject: 'approval wanted',
    lead: 'A colleague asks you to approve a proposal.',
    next: 'Read the proposal. Approve it, or send it back with a reason.',
  },
  approved: {
    subject: 'proposal approved',
    lead: 'Your proposal was approved and carried out.',
    next: 'See whether any part is still open.',
  },
  sent_back: {
    subject: 'proposal sent back',
    lead: 'Your proposal was sent back.',
    next: 'Read the reason on the privacy desk. Change your proposal and make it again.',
  },
  handed_over: {
    subject: 'handed over to you',
    lead: 'A colleague has handed this case over to you.',
    next: 'The case is yours now. See what is still open.',
  },
  mail_to_sort: {
    subject: 'mail to sort',
    lead: 'A mail has come in that seems to ask for something.',
    next: 'Read the mail on the privacy desk. Check the proposal and accept the mail. Or pass it on to customer service.',
  },
  requester_wrote: {
    subject: 'message from the requester',
    lead: 'The requester has written something.',
    next: 'Read it on the privacy desk and see whether you have to react.',
  },
  inquiry_answered: {
    subject: 'your question was answered',
    lead: 'The requester has answered what the desk asked.',
    next: 'Read the answer and go on with the case.',
  },
  inquiry_unanswered: {
    subject: 'no answer from the requester',
    lead: 'The requester has not answered what the desk asked.',
    next: 'Write a letter in time: a decision with its reason, approved by a second person.',
  },
  identity_reached: {
    subject: 'identity established',
    lead: 'We now know well enough who the requester is.',
    next: 'You can answer the parts.',
  },
  withdrawn_by_requester: {
    subject: 'withdrawn',
    lead: 'The requester has withdrawn the request or a part of it.',
    next: 'Do not go on with what was withdrawn. The rest goes on.',
  },
  tell_recipients: {
    subject: 'tell recipients',
    lead: 'Data were corrected, erased or frozen.',
    next: 'Choose which recipients got these data. They will then be told.',
  },
  task_due: {
    subject: 'task',
    lead: 'A task is open.',
    next: 'Do the task, or report why it cannot be done.',
  },
  task_reported: {
    subject: 'task reported',
    lead: 'Somebody has reported what became of a task.',
    next: 'Read the report on the privacy desk and go on with the case.',
  },
  not_collected: {
    subject: 'answer not collected',
    lead: 'The requester has not collected the answer yet.',
    next: 'The requester has been reminded. Call if you can, or send a letter.',
  },
  letter_bounced: {
    subject: 'mail did not arrive',
    lead: 'A mail to the requester did not arrive.',
    next: 'Get in touch in another way. Silence is not an option.',
  },
  extension_bounced: {
    subject: 'letter on the extension did not arrive',
    lead: 'The letter about the extension did not arrive. The extension does not count.',
    next: 'The old date counts again. Answer in time, or extend again in another way.',
  },
  extension_too_late: {
    subject: 'too late to extend',
    lead: 'The letter about the extension left too late. The extension does not count.',
    next: 'The old date counts. See that the answer is ready as soon as possible.',
  },
  colleague_unreachable: {
    subject: 'colleague not reached',
    lead: 'A mail about this case to a colleague did not arrive.',
    next: 'Call the colleague, or take the case over.',
  },
  conflict_of_interest: {
    subject: 'colleague excluded',
    lead: 'A colleague no longer works on this case, because the complaint is about that colleague.',
    next: 'Do not talk about the case with that colleague. Take the case if nobody has it.',
  },
  letter_to_post: {
    subject: 'letter to post',
    lead: 'The requester has no e-mail address. A letter is ready.',
    next: 'Print the letter, post it and report that you did.',
  },
  expiring_data: {
    subject: 'data expire',
    lead: 'Data that were asked for expire before the promise is over.',
    next: 'Secure these data today.',
  },
  authority_letter: {
    subject: 'letter from the authority',
    lead: 'The supervisory authority has written about this case, with a term of its own.',
    next: 'Read the letter. The privacy officer answers in time.',
  },
  wrong_recipient: {
    subject: 'possible data breach',
    lead: 'Something from this case reached the wrong person.',
    next: 'This may be a data breach. Decide within 72 hours whether to report it to the authority.',
  },
  reopened: {
    subject: 'opened again',
    lead: 'This case was opened again.',
    next: 'Read why on the privacy desk. The date of receipt has not changed.',
  },
};

export const staffNotices: Texts['staffNotices'] = {
  notices,
  proposals: {
    refusal: 'It is about a refusal.',
    release: 'It is about an answer with personal data.',
    extension: 'It is about an extension of the limit.',
    retyping: 'It is about a change of the type of request.',
  },
  tasks: {
    remind_me: {
      subject: 'your reminder',
      lead: 'You asked to be reminded of this case.',
      next: 'Look at the case and go on.',
    },
    search: {
      subject: 'search still open',
      lead: 'A department has not reported on a search yet.',
      next: 'The department has been reminded. Call the department if it is urgent.',
    },
    recipient_notice: {
      subject: 'recipient has not confirmed',
      lead: 'A recipient of data has not confirmed our message yet.',
      next: 'The recipient has been reminded. Call the recipient, or report why it cannot be done.',
    },
    kept_until: {
      subject: 'erase data that were kept',
      lead: 'Data that we were allowed to keep longer may no longer be kept.',
      next: 'Erase them and report that you did.',
    },
    collect: notices.not_collected,
    authority_letter: {
      subject: 'term of the authority',
      lead: 'The term in a letter from the supervisory authority is running out.',
      next: 'See that the answer to the authority leaves in time, and report that it did.',
    },
    post_letter: notices.letter_to_post,
    stop_mailings: {
      subject: 'stop advertising',
      lead: 'The requester wants no advertising. In other channels you have to stop it by hand.',
      next: 'Stop the advertising there today and report that you did.',
    },
  },
  reported: (kind) => `It was: ${kind}.`,
  until: (date) => `The term ends on ${date}.`,
  taskBounced: {
    subject: 'mail did not arrive',
    lead: 'A mail to a recipient or department did not arrive.',
    next: 'Find the right address and call. Then report what became of the task.',
  },
  expiringHeading: 'Which data expire?',
  expiring: (name, date) => `${name}: from ${date} on a part is lost every day.`,
};
