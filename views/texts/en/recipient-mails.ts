import type { Texts } from '../nl.ts';

export const recipientMails: Texts['recipientMails'] = {
  subjects: {
    notice: (date, caseNumber) => `Please act by ${date}: ${caseNumber}`,
    noticeReminder: (date, caseNumber) => `Reminder, please act by ${date}: ${caseNumber}`,
    search: (date, caseNumber) => `Please search by ${date}: ${caseNumber}`,
    searchReminder: (date, caseNumber) => `Reminder, please search by ${date}: ${caseNumber}`,
  },
  greeting: (name) => `Dear colleagues of ${name},`,
  reminder: 'We asked you this before. We have not heard from you yet.',
  labels: { controller: 'Controller', answerBy: 'Please confirm by' },
  notice: {
    processor: {
      rectification: 'We instruct you to correct data of one person.',
      erasure: 'We instruct you to erase data of one person.',
      restriction: 'We instruct you not to use data of one person any more.',
      other: 'We instruct you about data of one person.',
    },
    controller: {
      rectification: 'We have corrected data that we gave you before.',
      erasure: 'We have erased data that we gave you before.',
      restriction: 'For now we do not use data that we gave you before.',
      other: 'Something has changed about data that we gave you before.',
    },
    whoHeading: 'Who and which data is it about?',
    who: 'That is on the page behind the button. We put no personal data in an e-mail.',
    askHeading: 'What do we ask of you?',
    askProcessor: (date) => `Carry out the instruction. Confirm by ${date} what you have done.`,
    askController: (date) => `Consider what this means for your data. Confirm by ${date} that you know.`,
    button: 'See and confirm',
    rulesHeading: 'The rules',
    rulesProcessor:
      'You process these data for us. The rules are in article 19 and article 28(3)(e) of the General Data Protection Regulation.',
    rulesController:
      'You are a controller of your own data. The rule is in article 19 of the General Data Protection Regulation.',
  },
  search: {
    lead: 'We are looking for data for a privacy request. We need you for that.',
    whatHeading: 'What do you have to look for?',
    what: 'That is on the page behind the button, with the name of the person.',
    askHeading: 'What do we ask of you?',
    ask: (date) => `Search your systems. Report by ${date} what you have found, even if it is nothing.`,
    care: 'Send no personal data by e-mail. Erase nothing while you search.',
    button: 'See what to look for',
  },
};
