import type { Texts } from '../nl.ts';

const article = (where: string) => `This is in article ${where} of the privacy law.`;

const grounds: Texts['letters']['grounds'] = {
  gdpr_12_5_excessive: {
    sentence: 'Your request is clearly not reasonable. We may then refuse it.',
    rule: article('12(5)'),
  },
  gdpr_11_2_not_identifiable: {
    sentence: 'We do not know well enough who you are. That is why we asked you for something more.',
    rule: article('11(2) and article 12(2)'),
  },
  gdpr_15_4_others: {
    sentence: 'Some data are about other people as well. We leave those data out.',
    rule: article('15(4)'),
  },
  gdpr_16_found_correct: {
    sentence: 'We have checked. We think the data are right. You may have a statement of your own added.',
    rule: article('16'),
  },
  gdpr_17_1_no_ground: {
    sentence: 'We still need these data, for what we got them for.',
    rule: article('17(1)'),
  },
  gdpr_17_3_a_expression: {
    sentence: 'The data belong to a publication. Freedom of expression comes first here.',
    rule: article('17(3)(a)'),
  },
  gdpr_17_3_b_legal_duty: { sentence: 'The law makes us keep these data.', rule: article('17(3)(b)') },
  gdpr_17_3_c_public_health: { sentence: 'The data are needed for public health.', rule: article('17(3)(c)') },
  gdpr_17_3_d_archive: { sentence: 'The data are needed for an archive or for research.', rule: article('17(3)(d)') },
  gdpr_17_3_e_legal_claim: {
    sentence: 'We need the data for a court case or a legal claim.',
    rule: article('17(3)(e)'),
  },
  contract_running: {
    sentence: 'Your contract still runs. We cannot carry it out without these data.',
    rule: article('17(1)(a)'),
  },
  open_invoice: { sentence: 'An invoice is still unpaid. We need these data for that.', rule: article('17(3)(e)') },
  dispute: {
    sentence: 'You and we do not agree about something yet. We need the data for that.',
    rule: article('17(3)(e)'),
  },
  fraud: {
    sentence: 'We are looking into possible fraud. We need these data for that.',
    rule: article('17(3)(b) and (e)'),
  },
  suppression_entry: {
    sentence: 'We keep your address on a list, made unreadable. So we never send you advertising again.',
    rule: article('17(3)(b) and article 21(3)'),
  },
  proof_of_consent: {
    sentence: 'We must be able to show that you gave consent.',
    rule: article('7(1) and article 17(3)(b)'),
  },
  service_needed: {
    sentence: 'We still need these data to give you a service.',
    rule: 'This is in our privacy statement. The rule is in article 17(1)(a) of the privacy law.',
  },
  gdpr_18_1_no_case: {
    sentence: 'Data can be frozen in four cases. None of them applies here.',
    rule: article('18(1)'),
  },
  gdpr_20_1_other_basis: {
    sentence: 'We do not use these data with your consent or for a contract. Then this right does not apply.',
    rule: article('20(1)'),
  },
  gdpr_20_4_others: {
    sentence: 'Some data are about other people as well. We leave those data out.',
    rule: article('20(4)'),
  },
  gdpr_21_1_compelling: {
    sentence: 'We have a compelling reason to go on. Here it weighs more than your reason.',
    rule: article('21(1)'),
  },
  gdpr_21_1_legal_claim: {
    sentence: 'We need the data for a court case or a legal claim.',
    rule: article('21(1)'),
  },
  gdpr_22_1_no_such_decision: {
    sentence: 'A person made this decision. It was not made by a computer alone.',
    rule: article('22(1)'),
  },
};

const nationalGrounds: Texts['letters']['nationalGrounds'] = {
  gdpr_23_1_d: 'This is needed to prevent or investigate crime.',
  gdpr_23_1_i: 'This is needed to protect you or other people.',
  gdpr_23_1_j: 'This is needed to collect a debt.',
};

export const letters: Texts['letters'] = {
  done: {
    access: 'You get the data you asked for.',
    rectification: 'We have corrected your data.',
    erasure: 'We have erased your data.',
    portability: 'Your data are ready to take with you.',
    restriction: 'For now we do not use your data.',
    objection: 'We stop what you do not want.',
    marketing_objection: 'We send you no more advertising.',
    consent_withdrawal: 'Your consent no longer counts.',
    automated_decision: 'A member of our staff has looked at the decision again.',
    question: 'This is our answer to your question.',
    complaint: 'This is our answer to your complaint.',
  },
  refused: {
    access: 'We do not give you the data you asked for.',
    rectification: 'We do not change your data.',
    erasure: 'We do not erase your data.',
    portability: 'We do not give you a file with your data.',
    restriction: 'We do not freeze your data.',
    objection: 'We do not stop what you do not want.',
    automated_decision: 'We do not change the decision.',
  },
  partlyRefused: {
    access: 'We do not give you a part of the data.',
    rectification: 'We do not change a part of your data.',
    erasure: 'We do not erase a part of your data.',
    portability: 'We do not give you a part of your data to take along.',
    restriction: 'We do not freeze a part of your data.',
    objection: 'We do not stop a part of what you do not want.',
    automated_decision: 'We do not change a part of the decision.',
  },
  nothingHeld: 'We have found no data about you.',
  withdrawn: 'You have withdrawn this. We will do nothing more with it.',
  again: 'Do you want it after all? Then ask us again. It costs you nothing.',
  labels: { decidedOn: 'Date of our decision' },
  since: (date) => `This has been so since ${date}.`,
  scopeHeading: 'What do we not do?',
  groundHeading: 'Why do we not do it?',
  factsHeading: 'What is the matter in your case?',
  doneHeading: 'What do we do?',
  restartHeading: 'How do you start again?',
  restart:
    'You may always ask again. Then show that it is you, with an address or number we know. A copy of your passport is not needed.',
  keptHeading: 'What do we still keep, and until when?',
  kept: (name, date, sentence) => `${name}, up to and including ${date}. ${sentence}`,
  toldHeading: 'Who have we told?',
  states: {
    told: 'got our message',
    confirmed: 'got our message and has confirmed it',
    failed: 'we could not reach them',
    impossible: 'we could not tell them',
    disproportionate: 'telling them would take more effort than is reasonable',
  },
  reconsiderHeading: 'Do you want us to look again?',
  reconsider: (phone, email) =>
    `Call ${phone} or e-mail ${email}. Another member of our staff then looks at it. It costs you nothing.`,
  marketingHeading: 'Is your complaint about advertising?',
  marketing: (authority) => `Then you can also complain to the ${authority}.`,
  rulesHeading: 'The rules',
  privacyLaw: 'The full name of the privacy law is General Data Protection Regulation.',
  grounds,
  nationalGrounds,
  closed: {
    lead: (date) => `Your case was closed on ${date}.`,
    contentHeading: 'What happens to your message?',
    content: (date) => `We keep your message and our answer up to and including ${date}. Then we erase them.`,
    proofHeading: 'What do we keep longer?',
    proof: (date) =>
      `Up to and including ${date} we keep that you asked something, and what we decided. Your name and address are not with it.`,
    againHeading: 'Is the answer not complete?',
    again: (phone) => `Call us on ${phone}. Then we open your case again.`,
  },
};
