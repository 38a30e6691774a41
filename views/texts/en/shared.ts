import type { Texts } from '../nl.ts';

export const shared: Texts['shared'] = {
  rehearsalSubject: 'REHEARSAL',
  rehearsalLine: 'REHEARSAL: this message is part of an exercise. There is no real request.',
  authoritySentence: (authority) =>
    `You can always complain to the supervisory authority, the ${authority}. You do not have to wait for us.`,
  contactLine: (phone, email) => `Call ${phone} or e-mail ${email}.`,
};
