import type { CodeChannel } from '../../../domain/cases/collection-code.ts';
import type { ExtensionGround } from '../../../domain/cases/extension.ts';
import type { IdentityDoubt, IdentityLevel, IdentityMethod } from '../../../domain/cases/identity.ts';
import type { Inquiry } from '../../../domain/cases/inquiry.ts';
import type { Proposal } from '../../../domain/cases/proposal.ts';
import type { RefusalGround } from '../../../domain/cases/refusal-grounds.ts';
import type { Representative } from '../../../domain/cases/representation.ts';
import type { Decision } from '../../../domain/cases/decision.ts';
import type { CaseText } from '../../../domain/cases/case-text.ts';
import type { Case } from '../../../domain/cases/case.ts';
import type { TaskKind } from '../../../domain/cases/task.ts';
import type { RequesterOrder } from '../../../domain/outbox/requester-mails.ts';
import type { TaskEnd } from '../../../domain/desk/staff-input.ts';

const outcomes: Record<Decision['outcome'], string> = {
  answered: 'Beantwoord',
  granted: 'Ingewilligd: wij doen wat de persoon vraagt',
  nothing_held: 'Wij hebben niets over deze persoon',
  partly_granted: 'Deels ingewilligd, deels afgewezen',
  refused: 'Afgewezen',
  withdrawn: 'Ingetrokken door de verzoeker',
};

const refusalGrounds: Record<RefusalGround, string> = {
  gdpr_12_5_excessive: 'Kennelijk ongegrond of buitensporig (AVG art. 12 lid 5)',
  gdpr_11_2_not_identifiable: 'Wij konden niet vaststellen wie het is (AVG art. 11 lid 2)',
  gdpr_15_4_others: 'Rechten van anderen: alleen weglaten (AVG art. 15 lid 4)',
  gdpr_16_found_correct: 'De gegevens zijn juist (AVG art. 16)',
  gdpr_17_1_no_ground: 'Geen grond voor verwijdering (AVG art. 17 lid 1)',
  gdpr_17_3_a_expression: 'Vrijheid van meningsuiting (AVG art. 17 lid 3a)',
  gdpr_17_3_b_legal_duty: 'Wettelijke plicht om te bewaren (AVG art. 17 lid 3b)',
  gdpr_17_3_c_public_health: 'Volksgezondheid (AVG art. 17 lid 3c)',
  gdpr_17_3_d_archive: 'Archief of onderzoek (AVG art. 17 lid 3d)',
  gdpr_17_3_e_legal_claim: 'Nodig voor een rechtsvordering (AVG art. 17 lid 3e)',
  tax_law: 'Belastingwet: een aantal jaren te bewaren',
  contract_running: 'Het contract loopt nog',
  open_invoice: 'Er staat nog een rekening open',
  dispute: 'Er loopt een geschil',
  fraud: 'Aanwijzingen van fraude',
  suppression_entry: 'Nodig om geen reclame meer te sturen',
  proof_of_consent: 'Bewijs van toestemming',
  service_needed: 'Nodig voor onze dienstverlening',
  gdpr_18_1_no_case: 'Geen geval van beperking (AVG art. 18 lid 1)',
  gdpr_20_1_other_basis: 'Geen toestemming of contract als grondslag (AVG art. 20 lid 1)',
  gdpr_20_4_others: 'Rechten van anderen: alleen weglaten (AVG art. 20 lid 4)',
  gdpr_21_1_compelling: 'Dwingende redenen die zwaarder wegen (AVG art. 21 lid 1)',
  gdpr_21_1_legal_claim: 'Nodig voor een rechtsvordering (AVG art. 21 lid 1)',
  gdpr_22_1_no_such_decision: 'Er is geen besluit alleen door een computer (AVG art. 22 lid 1)',
  gdpr_23_1_d: 'Strafbare feiten voorkomen of opsporen (AVG art. 23 lid 1 onder d, nationale wet)',
  gdpr_23_1_i: 'Bescherming van de persoon of van anderen (AVG art. 23 lid 1 onder i, nationale wet)',
  gdpr_23_1_j: 'Inning van civiele vorderingen (AVG art. 23 lid 1 onder j, nationale wet)',
};

const extensionGrounds: Record<ExtensionGround, string> = {
  complexity: 'Het verzoek is ingewikkeld',
  number_of_requests: 'Deze persoon deed veel verzoeken',
};

const identityLevels: Record<IdentityLevel, string> = {
  L0: 'nog niets bekend (L0)',
  L1: 'het opgegeven adres is van de verzoeker (L1)',
  L2: 'via een adres, nummer of account dat wij al kenden (L2)',
  L3: 'extra controle door de privacy officer (L3)',
};

const identityMethods: Record<IdentityMethod, string> = {
  address_on_file_unchanged: 'Het bevestigde adres staat bij ons, al 30 dagen onveranderd',
  code_to_address_on_file: 'Code gestuurd naar een adres dat wij al kenden',
  letter_to_address_on_file: 'Brief met code naar het postadres dat wij al kenden',
  call_to_number_on_file: 'Gebeld op het nummer dat wij al kenden',
  account_login: 'Verzoek gedaan terwijl de persoon in het account was ingelogd',
  contact_confirmed_by_call: 'Teruggebeld op het opgegeven nummer',
  officer_checked: 'Extra controle door de privacy officer, niets bewaard',
};

const codeChannels: Record<CodeChannel, string> = {
  phone: 'Per telefoon, op het nummer dat wij al kenden',
  letter: 'Per brief, naar het postadres dat wij al kenden',
  counter: 'Aan de balie, aan de persoon zelf',
};

const doubts: Record<IdentityDoubt, string> = {
  address_not_on_file: 'Het adres staat niet bij ons',
  address_changed_lately: 'Het adres is kort geleden veranderd',
  name_differs: 'De naam past niet bij het adres',
  asks_for_another: 'De persoon vraagt voor een ander',
  signs_of_fraud: 'Er zijn tekenen van fraude',
};

const representatives: Record<Representative, string> = {
  parent: 'Ouder',
  guardian: 'Voogd',
  administrator: 'Bewindvoerder of curator',
  agent: 'Gemachtigde',
  heir: 'Erfgenaam',
};

const taskKinds: Record<TaskKind, string> = {
  remind_me: 'Herinnering',
  search: 'Zoekvraag aan een afdeling',
  recipient_notice: 'Bericht aan een ontvanger van gegevens',
  kept_until: 'Bewaarde gegevens alsnog verwijderen',
  collect: 'Antwoord is nog niet opgehaald',
  authority_letter: 'Brief van de toezichthouder',
  post_letter: 'Brief op de post doen',
  stop_mailings: 'Andere kanalen met de hand stoppen',
};

const taskEnds: Record<TaskEnd, string> = {
  done: 'Gedaan',
  confirmed: 'Bevestigd',
  failed: 'Mislukt',
  impossible: 'Onmogelijk',
  disproportionate: 'Kost onevenredig veel moeite',
  cancelled: 'Niet meer nodig',
};

const proposalKinds: Record<Proposal['kind'], string> = {
  refusal: 'afwijzing',
  release: 'antwoord met persoonsgegevens',
  extension: 'verlenging van de termijn',
  retyping: 'ander soort verzoek',
};

const inquiryKinds: Record<Inquiry['kind'], string> = {
  identity: 'Gevraagd wie de verzoeker is',
  clarification: 'Gevraagd wat de verzoeker bedoelt',
};

const textKinds: Record<CaseText['kind'], string> = {
  message: 'Bericht',
  question: 'Vraag',
  draft: 'Voorstel',
  extension_reasons: 'Redenen voor verlenging',
  retyping_reasons: 'Redenen voor een ander soort',
  delay_reasons: 'Waarom het later komt',
  notice: 'Bericht aan een ontvanger',
  reason: 'Reden',
  search: 'Zoekvraag',
  address_on_file: 'Adres dat wij al kenden',
  new_address: 'Nieuw adres',
  file_name: 'Naam van een bestand',
  note: 'Notitie',
};

const channels: Record<Case['receivedThrough'], string> = {
  form: 'Formulier',
  api: 'Ander systeem',
  mail: 'Mail',
  letter: 'Brief',
  phone: 'Telefoon',
  counter: 'Balie',
  ticket: 'Ticket',
};

/** Letters and mails to the requester. */
const letters: Record<RequesterOrder['template'], string> = {
  confirm_request: 'bevestigen',
  marketing_stopped: 'reclame gestopt',
  acknowledgement: 'ontvangstbevestiging',
  answer_ready: 'ons antwoord',
  answer_reminder: 'antwoord nog niet opgehaald',
  promise_missed: 'excuses: belofte gemist',
  inquiry: 'vraag',
  identity_code: 'code',
  message: 'bericht',
  extension_letter: 'verlenging',
  retyped: 'ander soort verzoek',
  restriction_lifting: 'beperking stopt',
  withdrawal_confirmed: 'intrekking bevestigd',
  case_reopened: 'zaak heropend',
  confirm_contact: 'nieuw adres bevestigen',
  contact_changed: 'adres veranderd',
};

/** Codes of the domain as staff read them. */
export const deskWords = {
  outcomes,
  refusalGrounds,
  extensionGrounds,
  identityLevels,
  identityMethods,
  codeChannels,
  doubts,
  representatives,
  taskKinds,
  taskEnds,
  proposalKinds,
  inquiryKinds,
  textKinds,
  channels,
  letters,
  /** Who did something, behind it in a list. */
  by: (name: string) => `door ${name}`,
  theRequester: 'de verzoeker',
  theDesk: 'de privacybalie zelf',
};
