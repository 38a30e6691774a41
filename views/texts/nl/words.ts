import type { CaseEventType } from '../../../domain/cases/case-events.ts';
import type { CaseContent, CaseStatus, DismissalGround } from '../../../domain/cases/case.ts';
import type { RequestType } from '../../../domain/cases/request-types.ts';
import { listsIn, pluralsIn } from '../counted.ts';

const plural = pluralsIn('nl');

type Relation = NonNullable<CaseContent['requester']['relation']>;

/** What the person ticks on the form, in the person's own words. */
const asks: Record<RequestType, string> = {
  access: 'Ik wil weten welke gegevens u van mij hebt',
  rectification: 'Mijn gegevens kloppen niet of zijn niet compleet',
  erasure: 'Ik wil dat u mijn gegevens verwijdert',
  portability: 'Ik wil mijn gegevens meenemen in een bestand',
  restriction: 'Ik wil dat u mijn gegevens een tijd niet gebruikt',
  objection: 'Ik maak bezwaar tegen wat u met mijn gegevens doet',
  marketing_objection: 'Ik wil geen reclame meer van u',
  consent_withdrawal: 'Ik trek mijn toestemming in, bijvoorbeeld voor de nieuwsbrief',
  automated_decision: 'Een computer heeft over mij beslist, en ik wil dat een mens kijkt',
  question: 'Ik heb een vraag over mijn privacy',
  complaint: 'Ik heb een klacht over mijn privacy',
};

/** What we understood, said back to the person. */
const understood: Record<RequestType, string> = {
  access: 'U wilt weten welke gegevens wij van u hebben.',
  rectification: 'U wilt uw gegevens laten verbeteren of aanvullen.',
  erasure: 'U wilt dat wij uw gegevens verwijderen.',
  portability: 'U wilt uw gegevens meenemen in een bestand.',
  restriction: 'U wilt dat wij uw gegevens een tijd niet gebruiken.',
  objection: 'U maakt bezwaar tegen wat wij met uw gegevens doen.',
  marketing_objection: 'U wilt geen reclame meer van ons.',
  consent_withdrawal: 'U trekt uw toestemming in.',
  automated_decision: 'U wilt dat een mens naar een besluit van een computer kijkt.',
  question: 'U hebt een vraag over uw privacy.',
  complaint: 'U hebt een klacht over uw privacy.',
};

/** What staff call it. */
const names: Record<RequestType, string> = {
  access: 'inzage',
  rectification: 'correctie',
  erasure: 'verwijdering',
  portability: 'overdracht',
  restriction: 'beperking',
  objection: 'bezwaar',
  marketing_objection: 'bezwaar tegen reclame',
  consent_withdrawal: 'toestemming ingetrokken',
  automated_decision: 'geautomatiseerd besluit',
  question: 'vraag',
  complaint: 'klacht',
};

const relations: Record<Relation, string> = {
  customer: 'Ik ben klant',
  former_customer: 'Ik was klant',
  applicant: 'Ik heb gesolliciteerd',
  newsletter: 'Ik krijg de nieuwsbrief',
  other: 'Iets anders',
};

const statuses: Record<CaseStatus, string> = {
  unconfirmed: 'niet bevestigd',
  open: 'open',
  closed: 'gesloten',
  dismissed: 'terzijde gelegd',
};

const grounds: Record<DismissalGround, string> = {
  spam: 'Spam',
  test: 'Een test van onszelf',
  duplicate: 'Dubbel: hetzelfde verzoek staat er al',
  no_request: 'Er wordt niets gevraagd',
  customer_service: 'Geen privacyzaak: naar de klantenservice',
};

const events: Record<CaseEventType, string> = {
  request_received: 'Verzoek ontvangen',
  part_carried_out: 'Onderdeel meteen uitgevoerd',
  request_confirmed: 'Bevestigd door de verzoeker',
  address_confirmed: 'Adres bevestigd door de verzoeker',
  request_accepted: 'Aangenomen door een medewerker',
  request_dismissed: 'Terzijde gelegd',
  case_taken: 'Opgepakt',
  step_done: 'Herinnering of escalatie verstuurd',
  step_overtaken: 'Herinnering overgeslagen: een dringender stap ging voor',
  part_decided: 'Onderdeel beantwoord',
  case_closed: 'Zaak gesloten',
  answer_collected: 'Antwoord opgehaald',
  clock_restarted: 'Klok opnieuw gestart',
  case_handed_over: 'Overgedragen aan een collega',
  part_added: 'Onderdeel toegevoegd',
  part_retyped: 'Soort van een onderdeel veranderd',
  part_withdrawn: 'Onderdeel ingetrokken door de verzoeker',
  proposal_made: 'Voorstel gedaan',
  proposal_approved: 'Voorstel goedgekeurd',
  proposal_sent_back: 'Voorstel teruggestuurd',
  promise_recorded_missed: 'Belofte gemist',
  delay_explained: 'Uitgelegd waarom het antwoord later komt',
  extension_in_force: 'Verlenging ingegaan: de brief is verstuurd',
  letter_bounced: 'Een bericht kwam niet aan',
  inquiry_asked: 'Vraag gesteld aan de verzoeker',
  inquiry_answered: 'Vraag beantwoord door de verzoeker',
  identity_code_sent: 'Code gestuurd naar een bekend adres',
  code_issued: 'Nieuwe ophaalcode gegeven',
  identity_recorded: 'Vastgelegd wie de verzoeker is',
  mandate_seen: 'Machtiging gezien',
  restriction_started: 'Gegevens staan stil',
  restriction_told: 'Verzoeker weet dat de beperking stopt',
  restriction_lifted: 'Beperking opgeheven',
  task_set: 'Taak gemaakt',
  task_ended: 'Taak afgerond',
  message_sent: 'Bericht gestuurd aan de verzoeker',
  message_received: 'Bericht gekregen van de verzoeker',
  contact_changed: 'Adres van de verzoeker veranderd',
  mail_sent_again: 'Mail nog een keer gestuurd',
  staff_excluded: 'Collega uitgesloten',
  cases_linked: 'Gekoppeld aan een andere zaak',
  case_reopened: 'Zaak heropend',
  wrong_recipient: 'Verkeerde ontvanger gemeld',
  mailings_stopped: 'Mailings gestopt',
  file_attached: 'Bestand toegevoegd',
  file_removed: 'Bestand weggehaald',
  file_collected: 'Bestand opgehaald',
};

export const words = {
  asks,
  understood,
  names,
  relations,
  statuses,
  grounds,
  events,
  /** Names one after the other. */
  list: listsIn('nl'),
  part: (partId: string) => `onderdeel ${partId}`,
  none: 'geen',
  nobody: 'nog niemand',
  /** Starts a sentence, in the place of a name. */
  theRequester: 'De verzoeker',
  formerColleague: 'Een oud-collega',
  /** Working days until the staff target, as a fact. */
  daysLeft: (days: number) => {
    if (days === 0) return 'vandaag is de laatste werkdag';
    const count = plural(Math.abs(days), { one: '# werkdag', other: '# werkdagen' });
    return days > 0 ? `nog ${count}` : `${count} te laat`;
  },
  labels: {
    caseNumber: 'Zaaknummer',
    requestTypes: 'Soort',
    received: 'Ontvangen',
    promised: 'Antwoord uiterlijk',
    daysLeft: 'Tijd om te werken',
    statutory: 'Wettelijke termijn tot en met',
    assignee: 'Behandelaar',
    status: 'Stand',
    decided: 'Beantwoord op',
    name: 'Naam',
    email: 'E-mailadres',
    phone: 'Telefoonnummer',
    relation: 'Relatie',
    message: 'Bericht',
    website: 'Website',
    address: 'Postadres',
    collectionCode: 'Ophaalcode',
  },
};
