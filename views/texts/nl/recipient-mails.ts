/** Mails to recipients of data (GDPR art. 19) and to departments: no personal data, the rest is behind the link. */
export const recipientMails = {
  subjects: {
    notice: (date: string, caseNumber: string) => `Graag uw actie, uiterlijk ${date}: ${caseNumber}`,
    noticeReminder: (date: string, caseNumber: string) => `Herinnering, graag uiterlijk ${date}: ${caseNumber}`,
    search: (date: string, caseNumber: string) => `Zoekopdracht, graag uiterlijk ${date}: ${caseNumber}`,
    searchReminder: (date: string, caseNumber: string) => `Herinnering zoekopdracht, uiterlijk ${date}: ${caseNumber}`,
  },
  greeting: (name: string) => `Beste collega’s van ${name},`,
  reminder: 'Wij vroegen u dit eerder. Wij hebben nog niets van u gehoord.',
  labels: { controller: 'Verantwoordelijke', answerBy: 'Graag bevestigen uiterlijk' },
  notice: {
    /** What is asked, by what became of the request; the processor is instructed, the controller is told. */
    processor: {
      rectification: 'Wij geven u opdracht om gegevens van één persoon te verbeteren.',
      erasure: 'Wij geven u opdracht om gegevens van één persoon te verwijderen.',
      restriction: 'Wij geven u opdracht om gegevens van één persoon niet meer te gebruiken.',
      other: 'Wij geven u een opdracht over gegevens van één persoon.',
    },
    controller: {
      rectification: 'Wij hebben gegevens verbeterd die wij u eerder gaven.',
      erasure: 'Wij hebben gegevens verwijderd die wij u eerder gaven.',
      restriction: 'Wij gebruiken gegevens die wij u eerder gaven voorlopig niet.',
      other: 'Er is iets veranderd aan gegevens die wij u eerder gaven.',
    },
    whoHeading: 'Om wie en welke gegevens gaat het?',
    who: 'Dat staat op de pagina achter de knop. In een mail zetten wij geen persoonsgegevens.',
    askHeading: 'Wat vragen wij van u?',
    askProcessor: (date: string) => `Voer de opdracht uit. Bevestig uiterlijk ${date} wat u hebt gedaan.`,
    askController: (date: string) =>
      `Beoordeel wat dit voor uw gegevens betekent. Bevestig uiterlijk ${date} dat u dit weet.`,
    button: 'Bekijk en bevestig',
    rulesHeading: 'De regels',
    rulesProcessor:
      'U verwerkt deze gegevens voor ons. De regels staan in artikel 19 en artikel 28, lid 3, onder e, van de Algemene verordening gegevensbescherming.',
    rulesController:
      'U bent zelf verantwoordelijk voor uw gegevens. De regel staat in artikel 19 van de Algemene verordening gegevensbescherming.',
  },
  search: {
    lead: 'Wij zoeken gegevens voor een privacyverzoek. Daarbij hebben wij u nodig.',
    whatHeading: 'Wat moet u zoeken?',
    what: 'Dat staat op de pagina achter de knop, met de naam van de persoon.',
    askHeading: 'Wat vragen wij van u?',
    ask: (date: string) => `Zoek in uw systemen. Meld uiterlijk ${date} wat u hebt gevonden, ook als het niets is.`,
    care: 'Stuur geen persoonsgegevens per mail. Verwijder niets tijdens het zoeken.',
    button: 'Bekijk de zoekopdracht',
  },
};
