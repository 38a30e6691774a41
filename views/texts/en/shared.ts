import type { Texts } from '../nl.ts';

export const shared: Texts['shared'] = {
  rehearsalSubject: 'REHEARSAL',
  rehearsalLine: 'REHEARSAL: this message is part of an exercise. There is no real request.',
  authoritySentence: (authority) =>
    `You can always complain to the supervisory authority, the ${authority}. You need not wait for us first.`,
  contactLine: (phone, email) => `Call ${phone} or mail ${email}.`,
};
