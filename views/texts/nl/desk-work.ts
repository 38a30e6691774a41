import { listsIn, pluralsIn } from '../counted.ts';
import type { StaffActionGroup } from '../../../domain/outbox/action-groups.ts';
import type { NamedStep } from '../../../domain/cases/step-id.ts';

const number = new Intl.NumberFormat('nl');
const plural = pluralsIn('nl');
const list = listsIn('nl');

const groups: Record<StaffActionGroup, string> = {
  answer: 'Beantwoorden',
  ask: 'De verzoeker vragen of schrijven',
  identity: 'Wie is het?',
  dates: 'Termijn en herinneringen',
  people: 'Collega’s en ontvangers',
  parts: 'Onderdelen en koppelingen',
  tasks: 'Taken afronden',
  other: 'Iets anders',
};

const steps: Record<NamedStep, string> = {
  unclaimed: 'nog niemand had de zaak opgepakt',
  ten_days_left: 'nog tien werkdagen',
  five_days_left: 'nog vijf werkdagen',
  two_days_left: 'nog twee werkdagen',
  one_day_left: 'nog één werkdag',
  target_day: 'de laatste werkdag',
  promise_missed: 'de beloofde datum was voorbij',
  limit_missed: 'de wettelijke termijn was voorbij',
  extended_ten_days_left: 'nog tien werkdagen na de verlenging',
  extended_five_days_left: 'nog vijf werkdagen na de verlenging',
  extended_two_days_left: 'nog twee werkdagen na de verlenging',
  extended_one_day_left: 'nog één werkdag na de verlenging',
  extended_target_day: 'de laatste werkdag van de verlenging',
  extended_date_missed: 'de nieuwe datum was voorbij',
  extended_limit_missed: 'de verlengde wettelijke termijn was voorbij',
};

/** What makes the desk quick to work with: time left, who has what, what now. */
export const deskWork = {
  /** Time left to the staff target, first what the eye meets, then the words beside it. */
  time: (days: number): { readonly big: string; readonly rest: string } => {
    if (days === 0) return { big: 'Vandaag', rest: 'is de laatste werkdag' };
    const word = plural(Math.abs(days), { one: 'werkdag', other: 'werkdagen' });
    return { big: number.format(Math.abs(days)), rest: days > 0 ? `${word} te gaan` : `${word} te laat` };
  },
  closed: { big: 'Gesloten', rest: 'alles is beantwoord' },
  dismissed: { big: 'Terzijde', rest: 'gelegd: geen verzoek' },
  columns: {
    time: 'Tijd',
    case: 'Zaak',
    asked: 'Gevraagd',
    assignee: 'Behandelaar',
    due: 'Antwoord uiterlijk',
    state: 'Stand',
    arrived: 'Binnengekomen',
    sender: 'Afzender',
  },
  /** For whom or what a case waits. */
  waits: {
    handler: 'wacht op een behandelaar',
    approval: 'wacht op goedkeuring',
    requester: 'wacht op de verzoeker',
    answer: 'wacht op antwoord',
    sorting: 'wacht op sorteren',
    confirmation: 'wacht op bevestiging',
  },
  extended: 'verlengd',
  overview: {
    jumpHeading: 'Op deze pagina',
    toCases: (cases: number) => `Naar de zaken (${number.format(cases)})`,
    toSearch: 'Zoek een zaak',
    toMail: (mails: number) => `Mail om te sorteren (${number.format(mails)})`,
    toUnconfirmed: (requests: number) => `Niet bevestigd (${number.format(requests)})`,
    toAbsence: 'Afwezigheid',
    urgency: (late: number, today: number) => {
      if (late === 0 && today === 0) return 'Niets is te laat en niets moet vandaag af.';
      const parts = [
        ...(late === 0 ? [] : [`${number.format(late)} te laat`]),
        ...(today === 0 ? [] : [`${number.format(today)} vandaag`]),
      ];
      return `${list(parts)}.`;
    },
    cases: (cases: number) => plural(cases, { one: '# zaak', other: '# zaken' }),
    sorted: 'Wat het eerst af moet, staat bovenaan.',
    noneAtAll: 'Er zijn geen open zaken. Alles is beantwoord. Een nieuw verzoek komt hier vanzelf te staan.',
    showAll: 'Toon alle open zaken',
    /** A label of a filter with how many cases it shows. */
    counted: (label: string, cases: number) => `${label} (${number.format(cases)})`,
    unreadable: (cases: number) =>
      plural(cases, {
        one: '# zaak kon niet worden gelezen en staat er niet bij. De beheerders krijgen hierover een melding.',
        other: '# zaken konden niet worden gelezen en staan er niet bij. De beheerders krijgen hierover een melding.',
      }),
    pagesHeading: 'Pagina’s',
    page: (page: number, pages: number) => `Pagina ${number.format(page)} van ${number.format(pages)}`,
    previous: 'Vorige',
    next: 'Volgende',
    caption: (from: number, to: number, all: number) =>
      `Open zaken ${number.format(from)} tot en met ${number.format(to)} van ${number.format(all)}`,
    setAbsence: 'Vul afwezigheid in',
  },
  case: {
    inShort: 'In het kort',
    asks: 'vraagt',
    seemsToAsk: 'lijkt te vragen',
    onBehalfOf: 'namens',
    lastDone: 'Laatst gedaan',
    nowHeading: 'Wat nu',
    nowNothing: {
      approval: 'Dit wacht op goedkeuring door een collega. U hoeft nu niets te doen.',
      done: 'De zaak is klaar. U hoeft niets te doen.',
      other: 'Er is nu niets dat u moet doen.',
      mayNot: 'U kunt deze zaak bekijken. Beslissen doen anderen.',
    },
    others: 'Meer wat u kunt doen',
    /** How many actions a group holds. */
    groupOf: (name: string, actions: number) => `${name} (${number.format(actions)})`,
    groups,
    factsHeading: 'Gegevens van de zaak',
    earlier: (events: number) => plural(events, { one: '# eerdere gebeurtenis', other: '# eerdere gebeurtenissen' }),
    newestFirst: 'Het nieuwste staat bovenaan.',
    reason: 'Reden:',
    steps,
    stillOpen: 'de zaak stond nog open',
    inquiryStep: 'een vraag aan de verzoeker',
    taskStep: 'een taak',
    steppedAs: (why: string) => `omdat: ${why}`,
  },
  action: {
    aboutHeading: 'Waar het om gaat',
    whole: 'De hele zaak: gegevens, onderdelen, berichten en taken',
    history: 'Wat er al gebeurd is',
    answerGroup: 'Het antwoord',
    identityGroup: 'Persoonsgegevens en identiteit',
    moreKept: 'Meer regels',
    /** What a proposal changes, before and after. */
    now: 'Nu',
  },
  batch: {
    more: (cases: number) =>
      plural(cases, {
        one: 'Er is nog # zaak van dit soort. U ziet hem als deze beantwoord zijn.',
        other: 'Er zijn nog # zaken van dit soort. U ziet ze als deze beantwoord zijn.',
      }),
  },
  intake: {
    howHeading: 'Hoe en wanneer',
    moreHeading: 'Vraagt iemand dit namens een ander, of hoort het bij een eerdere zaak?',
  },
};
