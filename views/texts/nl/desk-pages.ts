/** Pages for staff. */
export const deskPages = {
  desk: {
    title: 'Privacybalie voor medewerkers',
    lead: 'Vul uw werkadres in. U krijgt een mail met een link om in te loggen.',
    email: 'Uw werkadres',
    button: 'Stuur mij een link',
  },
  signInSent: {
    title: 'Kijk in uw mail',
    lead: 'Een medewerker krijgt nu een mail met een link om in te loggen. Dat is de medewerker van wie dit adres of deze link is.',
    lives: 'De link werkt kort en maar één keer. Open hem in deze browser.',
  },
  signIn: { title: 'Inloggen', lead: 'Druk op de knop om in te loggen in deze browser.', button: 'Log in' },
  signedIn: {
    title: 'U bent ingelogd',
    lead: (hours: number) => `U blijft ${hours} uur ingelogd in deze browser.`,
    next: 'Open nu de link uit de mail over uw zaak.',
  },
  openAction: {
    title: 'Open de zaak',
    lead: 'Druk op de knop om de zaak te bekijken. Er verandert nog niets.',
    button: 'Bekijk de zaak',
  },
  action: {
    titles: {
      take: 'Pak deze zaak op',
      accept: 'Neem dit verzoek aan',
      dismiss: 'Leg dit verzoek terzijde',
      answer: 'Beantwoord dit onderdeel',
    },
    caseHeading: 'De zaak',
    contentHeading: 'Wat de verzoeker schreef',
    partsHeading: 'Onderdelen',
    partOpen: 'nog open',
    partDecided: (date: string) => `beantwoord op ${date}`,
    partNow: 'dit onderdeel',
    noText: 'Hierbij schreef de verzoeker niets.',
    eventsHeading: 'Wat er al gebeurd is',
    formHeading: 'Uw beslissing',
    take: 'U wordt behandelaar van deze zaak. Collega’s zien dat.',
    accept: 'Het verzoek telt vanaf de dag van ontvangst. De verzoeker krijgt een ontvangstbevestiging.',
    dismissWarning:
      'Een echt verzoek mag u nooit terzijde leggen. Wilt u niet doen wat iemand vraagt? Neem het verzoek dan aan en beantwoord het.',
    ground: 'Waarom is dit geen verzoek?',
    chooseGround: 'Kies een reden',
    text: 'Uw antwoord aan de verzoeker',
    textHint: 'De verzoeker haalt dit op met een link en de ophaalcode.',
    noPersonalData:
      'Zet nog geen persoonsgegevens van de verzoeker in het antwoord. Wij weten nog niet zeker wie het verzoek doet.',
    buttons: { take: 'Pak op', accept: 'Neem aan', dismiss: 'Leg terzijde', answer: 'Verstuur dit antwoord' },
    errors: {
      text_required: 'Schrijf eerst het antwoord.',
      text_refused: 'Dit antwoord kunnen wij niet bewaren. Het is te lang of bevat onleesbare tekens.',
      ground_required: 'Kies eerst een reden.',
    },
  },
  doneBy: {
    title: 'Dit is al gedaan',
    sentences: {
      take: (name: string, at: string) => `${name} heeft deze zaak opgepakt op ${at}.`,
      accept: (name: string, at: string) => `${name} heeft dit verzoek aangenomen op ${at}.`,
      dismiss: (name: string, at: string) => `${name} heeft dit verzoek terzijde gelegd op ${at}.`,
      answer: (name: string, at: string) => `${name} heeft dit onderdeel beantwoord op ${at}.`,
    },
    nothing: 'Uw druk op de knop heeft niets veranderd.',
    nothingToDo: 'U hoeft hier niets meer te doen.',
  },
  actionDone: {
    title: 'Gelukt',
    sentences: {
      take: (caseNumber: string) => `U bent nu behandelaar van zaak ${caseNumber}.`,
      accept: (caseNumber: string) => `Zaak ${caseNumber} is aangenomen en staat open.`,
      dismiss: (caseNumber: string) => `Zaak ${caseNumber} is terzijde gelegd.`,
      answer: (caseNumber: string) => `Het antwoord in zaak ${caseNumber} is opgeslagen.`,
    },
    nextSteps: {
      answer_parts: 'Beantwoord nu elk onderdeel met de links uit de mail.',
      parts_remain: 'Er staan nog onderdelen open. Beantwoord ze met de links uit de mail.',
      case_closed: 'Alle onderdelen zijn beantwoord. De verzoeker krijgt nu een mail met een link.',
      case_opened: 'De verzoeker krijgt een ontvangstbevestiging. U krijgt een mail met de links.',
      nothing: 'U hoeft verder niets te doen.',
    },
  },
};
