/**
 * Mails about newsletters and offers, language level B1 as the other mails. None praises what one can sign up for: a
 * mail that asks for consent is no advertising (Tw art. 11.7). Subjects are fixed and tell nothing of a person.
 */
export const consentMails = {
  subjects: {
    confirm_consent: 'Bevestig uw aanmelding',
    consent_receipt: 'Uw aanmelding is bevestigd',
    consent_withdrawn: 'Uw afmelding is verwerkt',
    to_customer_service: (caseNumber: string) => `Doorgestuurd bericht: ${caseNumber}`,
  },
  labels: {
    topic: 'Onderwerp',
    agreed: 'U zei ja tegen',
    version: 'Versie van deze tekst',
    since: 'Sinds',
  },
  confirm: {
    lead: 'Wij kregen een aanmelding met dit e-mailadres. Wilt u die bevestigen?',
    asked: (when: string) => `Wij kregen de aanmelding op ${when}.`,
    whatHeading: 'Wat krijgt u dan?',
    from: (organisation: string) => `De mails komen van ${organisation}.`,
    stop: 'U kunt zich op elk moment weer afmelden.',
    confirmHeading: 'Hoe bevestigt u?',
    press: 'De knop opent een pagina. Druk daar op ‘Ja, meld mij aan’.',
    button: 'Bevestig uw aanmelding',
    lives: (when: string) => `De link werkt tot ${when}.`,
    notYouHeading: 'Hebt u dit niet gevraagd?',
    notYou: 'Doe dan niets. U krijgt dan geen mails. Wij verwijderen de aanmelding vanzelf.',
  },
  receipt: {
    lead: 'U bent aangemeld. Deze mail is uw bewijs.',
    agreedHeading: 'Waar zei u ja tegen?',
    importedVersion: 'uit een eerdere lijst',
    usedHeading: 'Wie gebruikt uw e-mailadres?',
    used: (organisation: string) => `${organisation} gebruikt uw e-mailadres voor deze mails.`,
    recipients: 'Wij delen het met:',
    stopHeading: 'Hoe stopt u?',
    stop: 'Dat kan op elk moment, ook per onderwerp. U hoeft geen reden te geven.',
    button: 'Bekijk of stop uw aanmelding',
    again: 'Op die pagina staat ook dit bewijs.',
    reply: 'U mag deze mail ook beantwoorden met één woord: afmelden.',
    noticeHeading: 'Hoe gaan wij met uw gegevens om?',
    notice: 'Dat leest u in onze privacyverklaring:',
  },
  withdrawn: {
    everything: (date: string) => `Sinds ${date} sturen wij u geen nieuws en aanbiedingen meer.`,
    topics: (date: string) => `Sinds ${date} sturen wij u dit niet meer:`,
    return: 'Wilt u later toch weer mails? Aanmelden kan hier:',
  },
  customerService: {
    lead: 'Bij deze mail zit een bericht voor klantenservice.',
    judged: 'De privacybalie heeft het bericht gelezen. Het gaat niet over privacy.',
    nextHeading: 'Wat doet u?',
    next: 'Beantwoord het bericht. De afzender en de tekst staan in de bijlage.',
    care: 'Het bericht komt van buiten. Wees voorzichtig met links en bijlagen.',
    privacyHeading: 'Gaat het toch over privacy?',
    privacy: 'Laat het de privacybalie meteen weten. Noem daarbij het zaaknummer.',
  },
};
