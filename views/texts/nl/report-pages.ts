/** Pages for recipients of data and for departments, behind the links of their mails. */
export const reportPages = {
  open: {
    title: 'Meld wat u hebt gedaan',
    lead: 'Druk op de knop om te zien wat wij u vragen.',
    button: 'Bekijk de vraag',
  },
  notice: {
    processorTitle: 'Opdracht over persoonsgegevens',
    controllerTitle: 'Kennisgeving over persoonsgegevens',
    forName: (name: string) => `Voor: ${name}`,
    what: 'Om wie en welke gegevens gaat het?',
    careful: 'Deel deze gegevens alleen met wie ze nodig heeft.',
    ground: 'De regels',
  },
  search: {
    title: 'Zoekvraag voor een privacyverzoek',
    what: 'Wat moet u zoeken?',
    found:
      'Zet gevonden persoonsgegevens niet op deze pagina. Geef ze aan de behandelaar op de manier die u met elkaar gebruikt.',
  },
  labels: {
    controller: 'Verantwoordelijke',
    reference: 'Kenmerk',
    answerBy: 'Graag antwoord uiterlijk',
    types: 'Soort verzoek',
  },
  form: {
    heading: 'Wat hebt u gedaan?',
    asLabel: 'Uw antwoord',
    asEmpty: 'Kies een antwoord',
    done: {
      processor: 'Wij hebben de opdracht uitgevoerd',
      controller: 'Wij hebben dit verwerkt',
      search: 'Wij hebben gezocht',
    },
    cannot: 'Dit kunnen wij niet doen',
    text: 'Toelichting',
    textHint: 'Kunt u het niet doen? Schrijf dan waarom. Zet hier geen persoonsgegevens.',
    button: 'Verstuur antwoord',
  },
  errors: {
    as_required: 'Kies wat u hebt gedaan.',
    reason_required: 'Schrijf waarom u dit niet kunt doen.',
    text_invalid: 'Deze tekst is te lang of bevat tekens die wij niet kunnen lezen.',
  },
  reported: {
    title: 'Bedankt voor uw antwoord',
    done: (at: string) => `U meldde op ${at} dat dit is gedaan.`,
    cannot: (at: string) => `U meldde op ${at} dat dit niet kon. Een medewerker kijkt ernaar.`,
    nothing: 'U hoeft niets meer te doen.',
  },
  notNeeded: {
    title: 'U hoeft niets meer te doen',
    lead: (caseNumber: string) => `De vraag over ${caseNumber} is niet meer nodig.`,
  },
};
