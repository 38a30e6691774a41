/** What mails and pages share. */
export const shared = {
  rehearsalSubject: 'OEFENING',
  rehearsalLine: 'OEFENING: dit bericht hoort bij een oefening. Er is geen echt verzoek.',
  /** Never a condition: a complaint to the authority is open at any time (GDPR art. 77). */
  authoritySentence: (authority: string) =>
    `U kunt altijd een klacht indienen bij de ${authority}. U hoeft daarvoor niet op ons te wachten.`,
  contactLine: (phone: string, email: string) => `Bel ${phone} of mail ${email}.`,
};
