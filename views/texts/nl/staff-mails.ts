import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import { pluralsIn } from '../counted.ts';

const plural = pluralsIn('nl');

/** What a link lets its addressee do. */
const actions: Record<StaffAction, string> = {
  take: 'Pak deze zaak op',
  accept: 'Neem dit verzoek aan',
  dismiss: 'Leg dit verzoek terzijde',
  answer: 'Beantwoord',
  attach_file: 'Voeg een bestand toe',
  approve: 'Keur goed of stuur terug',
  hand_over: 'Draag over aan een collega',
  ask_identity: 'Vraag wie de verzoeker is',
  send_identity_code: 'Stuur een code naar een bekend adres',
  record_identity: 'Leg vast wie de verzoeker is',
  mandate_seen: 'Leg vast dat u de machtiging hebt gezien',
  ask_clarification: 'Vraag wat de verzoeker bedoelt',
  message: 'Stuur de verzoeker een bericht',
  extend: 'Stel voor om de termijn te verlengen',
  explain_delay: 'Schrijf waarom het te laat wordt',
  retype: 'Verander het soort verzoek',
  add_part: 'Voeg iets toe dat ook gevraagd is',
  tell_recipients: 'Licht ontvangers van de gegevens in',
  lift_restriction: 'Hef de beperking op',
  search: 'Vraag een afdeling om te zoeken',
  remind_me: 'Herinner mij op een dag',
  authority_letter: 'Leg een brief van de toezichthouder vast',
  end_task: 'Meld wat er met de taak is gebeurd',
  exclude: 'Sluit een collega uit van deze zaak',
  link_case: 'Koppel een zaak van dezelfde persoon',
  issue_code: 'Geef een nieuwe ophaalcode',
  wrong_recipient: 'Meld: iets is bij de verkeerde terechtgekomen',
  reopen: 'Open opnieuw',
};

/** Mails to staff: urgency first, no personal data of the requester. */
export const staffMails = {
  urgencies: {
    newCase: 'NIEUW',
    unclaimed: 'NOG NIET OPGEPAKT',
    daysLeft: (days: number) => plural(days, { one: 'NOG # WERKDAG', other: 'NOG # WERKDAGEN' }),
    lastDay: 'VANDAAG LAATSTE DAG',
    targetPassed: 'STREEFDAG VOORBIJ',
    promiseMissed: 'BELOFTE GEMIST',
    extendedMissed: 'NIEUWE DATUM GEMIST',
    limitMissed: 'WETTELIJKE TERMIJN GEMIST',
    stillOpen: 'NOG STEEDS OPEN',
    closed: 'ZAAK GESLOTEN',
    signIn: 'INLOGGEN',
  },
  /** Behind the names of the first types, when there are more. */
  moreTypes: (count: number) => `nog ${count}`,
  unconfirmedCount: (count: number) =>
    plural(count, { one: '# verzoek niet bevestigd', other: '# verzoeken niet bevestigd' }),
  signInSubject: 'Uw link voor de privacybalie',
  greeting: (name: string) => `Hallo ${name},`,
  leads: {
    newCase: 'Er is een nieuwe zaak. Wie pakt hem op?',
    unclaimed: 'Niemand heeft deze zaak nog opgepakt.',
    daysLeft: (days: number) =>
      plural(days, {
        one: 'Er is nog # werkdag om deze zaak te beantwoorden.',
        other: 'Er zijn nog # werkdagen om deze zaak te beantwoorden.',
      }),
    lastDay: 'Vandaag is de laatste werkdag om deze zaak te beantwoorden.',
    targetPassed: 'De laatste werkdag om deze zaak te beantwoorden is voorbij.',
    promiseMissed: 'De beloofde datum is voorbij en de zaak is nog open.',
    extendedMissed: 'De nieuwe datum na de verlenging is voorbij en de zaak is nog open.',
    limitMissed: 'De wettelijke termijn is voorbij en de zaak is nog open.',
    stillOpen: 'De zaak is nog steeds open na het missen van de termijn.',
    closed: 'Deze zaak is gesloten.',
  },
  nextHeading: 'Wat is er nu nodig?',
  take: 'Pak de zaak op, of zorg dat een collega het doet.',
  /** The data protection officer is told and advises. */
  information: 'Dit bericht is voor u ter informatie. U mag advies geven. U hoeft niets te doen.',
  /** What each on the ladder does, by how far it has come. */
  next: {
    handler: {
      early: 'Beantwoord elk onderdeel. Daarna sluit de zaak vanzelf.',
      blocked: 'Lukt het niet op tijd? Overleg vandaag met de teamleider en de privacy officer.',
      missed: 'Zorg dat het antwoord vandaag klaar is. Bel de verzoeker als dat niet lukt.',
      limit: 'Zorg dat het antwoord vandaag klaar is. Vertel de privacy officer wat er ontbreekt.',
      stillOpen: 'Spreek vandaag af wie de zaak afmaakt, en wanneer.',
    },
    team_lead: {
      early: 'Kijk of de behandelaar verder kan. Geef de zaak zo nodig aan iemand anders.',
      blocked: 'Vraag de behandelaar vandaag wat er ontbreekt. Maak tijd vrij of draag de zaak over.',
      missed: 'Bepaal vandaag wie het antwoord afmaakt, en wie de verzoeker belt.',
      limit: 'Zorg dat iemand vandaag alleen aan deze zaak werkt.',
      stillOpen: 'Bepaal vandaag wie de zaak afmaakt, en wanneer.',
    },
    privacy_officer: {
      early: 'Kijk of de zaak op tijd klaar kan zijn. Verlengen kan alleen voordat de belofte voorbij is.',
      blocked: 'Kijk wat het antwoord tegenhoudt en beslis. Verlengen kan alleen met een reden uit de wet.',
      missed: 'De verzoeker kreeg excuses. Beslis wat er moet gebeuren om vandaag te antwoorden.',
      limit: 'Leg dit vast als incident. Beslis of de toezichthouder hiervan moet weten.',
      stillOpen: 'Beslis vandaag over het antwoord. Neem de zaak zo nodig zelf over.',
    },
    director: {
      early: 'Niemand anders is er om deze zaak op te pakken. Wijs iemand aan.',
      blocked: 'Zorg dat de privacy officer en het team vandaag tijd krijgen voor deze zaak.',
      missed: 'De organisatie brak een belofte. Vraag de privacy officer hoe het verdergaat.',
      limit: 'De organisatie is nu in overtreding. Bespreek vandaag met de privacy officer wat nodig is.',
      stillOpen: 'Deze zaak duurt te lang. Geef vandaag opdracht om hem af te maken.',
    },
  },
  actions,
  othersHeading: 'Wat kunt u nog meer doen?',
  desk: 'Alles over deze zaak staat op de privacybalie:',
  labels: { extended: 'Verlengd tot en met' },
  unconfirmed: {
    lead: (count: number) =>
      plural(count, {
        one: 'Er is # verzoek dat de verzoeker niet heeft bevestigd.',
        other: 'Er zijn # verzoeken die de verzoekers niet hebben bevestigd.',
      }),
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
