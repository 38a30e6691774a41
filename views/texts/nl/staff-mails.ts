/** Mails to staff: urgency first, no personal data of the requester. */
export const staffMails = {
  urgencies: {
    newCase: 'NIEUW',
    unclaimed: 'NOG NIET OPGEPAKT',
    daysLeft: (days: number) => (days === 1 ? 'NOG 1 WERKDAG' : `NOG ${days} WERKDAGEN`),
    lastDay: 'VANDAAG LAATSTE DAG',
    targetPassed: 'STREEFDAG VOORBIJ',
    promiseMissed: 'BELOFTE GEMIST',
    limitMissed: 'WETTELIJKE TERMIJN GEMIST',
    stillOpen: 'NOG STEEDS OPEN',
    signIn: 'INLOGGEN',
  },
  unconfirmedCount: (count: number) => (count === 1 ? '1 verzoek niet bevestigd' : `${count} verzoeken niet bevestigd`),
  signInSubject: 'Uw link voor de privacybalie',
  greeting: (name: string) => `Hallo ${name},`,
  leads: {
    newCase: 'Er is een nieuwe zaak. Wie pakt hem op?',
    unclaimed: 'Niemand heeft deze zaak nog opgepakt.',
    daysLeft: (days: number) =>
      days === 1
        ? 'Er is nog 1 werkdag om deze zaak te beantwoorden.'
        : `Er zijn nog ${days} werkdagen om deze zaak te beantwoorden.`,
    lastDay: 'Vandaag is de laatste werkdag om deze zaak te beantwoorden.',
    targetPassed: 'De laatste werkdag om deze zaak te beantwoorden is voorbij.',
    promiseMissed: 'De beloofde datum is voorbij en de zaak is nog open.',
    limitMissed: 'De wettelijke termijn is voorbij en de zaak is nog open.',
    stillOpen: 'De zaak is nog steeds open na het missen van de termijn.',
  },
  nextHeading: 'Wat is er nu nodig?',
  next: {
    take: 'Pak de zaak op, of zorg dat een collega het doet.',
    answer: 'Beantwoord elk onderdeel. Daarna sluit de zaak vanzelf.',
    blocked: 'Lukt het niet op tijd? Overleg vandaag: behandelaar, teamleider en privacy officer.',
    promiseMissed: 'Zorg dat het antwoord vandaag klaar is. Bel de verzoeker als dat niet lukt.',
    limitMissed: 'Leg dit vast als incident. Zorg dat het antwoord vandaag klaar is.',
    stillOpen: 'Spreek af wie de zaak vandaag afmaakt.',
    information: 'Dit bericht is voor u ter informatie.',
  },
  take: 'Pak deze zaak op',
  answer: (part: string, name: string) => `Beantwoord ${part} (${name})`,
  unconfirmed: {
    lead: (count: number) =>
      count === 1
        ? 'Er is 1 verzoek dat de verzoeker niet heeft bevestigd.'
        : `Er zijn ${count} verzoeken die de verzoekers niet hebben bevestigd.`,
    why: 'Een verzoek telt vanaf de ontvangst, ook zonder bevestiging. Neem elk echt verzoek aan.',
    warning: 'Leg alleen terzijde wat spam, een test, dubbel of geen verzoek is.',
    accept: 'Neem aan',
    dismiss: 'Leg terzijde',
  },
  signIn: {
    lead: 'Met deze knop logt u in bij de privacybalie.',
    button: 'Log in',
    lives: (minutes: number) => `De link werkt ${minutes} minuten en maar één keer.`,
    notYou: 'Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Meld het wel aan de privacy officer.',
  },
  fallback: {
    before: 'Werkt een knop niet? Open',
    between: 'en plak het deel van de link achter het teken #.',
  },
  onlyForYou: 'De links werken alleen voor u. Stuur dit bericht niet door.',
};
