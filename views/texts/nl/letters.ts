import type { NationalGround, RefusalGround } from '../../../domain/cases/refusal-grounds.ts';
import type { RequestType } from '../../../domain/cases/request-types.ts';
import type { GroundWords } from '../../letters/ground-words.ts';

const article = (where: string) => `Dit staat in artikel ${where} van de privacywet.`;

const grounds: Record<Exclude<RefusalGround, NationalGround>, GroundWords> = {
  gdpr_12_5_excessive: {
    sentence: 'Uw verzoek is duidelijk niet redelijk. Dan mogen wij weigeren.',
    rule: article('12, lid 5,'),
  },
  gdpr_11_2_not_identifiable: {
    sentence: 'Wij weten niet zeker genoeg wie u bent. Wij vroegen u daarom om iets meer.',
    rule: article('11, lid 2, en artikel 12, lid 2,'),
  },
  gdpr_15_4_others: {
    sentence: 'Sommige gegevens gaan ook over andere mensen. Die gegevens laten wij weg.',
    rule: article('15, lid 4,'),
  },
  gdpr_16_found_correct: {
    sentence:
      'Wij hebben het nagekeken. Volgens ons kloppen de gegevens. U mag wel een eigen verklaring laten toevoegen.',
    rule: article('16'),
  },
  gdpr_17_1_no_ground: {
    sentence: 'Wij hebben deze gegevens nog nodig. Daarvoor kregen wij ze ook.',
    rule: article('17, lid 1,'),
  },
  gdpr_17_3_a_expression: {
    sentence: 'De gegevens horen bij een publicatie. De vrijheid van meningsuiting gaat hier voor.',
    rule: article('17, lid 3, onder a,'),
  },
  gdpr_17_3_b_legal_duty: {
    sentence: 'De wet verplicht ons om deze gegevens te bewaren.',
    rule: article('17, lid 3, onder b,'),
  },
  gdpr_17_3_c_public_health: {
    sentence: 'De gegevens zijn nodig voor de volksgezondheid.',
    rule: article('17, lid 3, onder c,'),
  },
  gdpr_17_3_d_archive: {
    sentence: 'De gegevens zijn nodig voor een archief of voor onderzoek.',
    rule: article('17, lid 3, onder d,'),
  },
  gdpr_17_3_e_legal_claim: {
    sentence: 'Wij hebben de gegevens nodig voor een rechtszaak of een juridische eis.',
    rule: article('17, lid 3, onder e,'),
  },
  contract_running: {
    sentence: 'Uw contract loopt nog. Zonder deze gegevens kunnen wij dat niet uitvoeren.',
    rule: article('17, lid 1, onder a,'),
  },
  open_invoice: {
    sentence: 'Er staat nog een rekening open. Daarvoor hebben wij deze gegevens nodig.',
    rule: article('17, lid 3, onder e,'),
  },
  dispute: {
    sentence: 'U en wij zijn het ergens nog niet over eens. Daarvoor hebben wij de gegevens nodig.',
    rule: article('17, lid 3, onder e,'),
  },
  fraud: {
    sentence: 'Wij onderzoeken mogelijke fraude. Daarvoor hebben wij deze gegevens nodig.',
    rule: article('17, lid 3, onder b en e,'),
  },
  suppression_entry: {
    sentence: 'Wij bewaren uw adres onherkenbaar op een lijst. Zo sturen wij u nooit meer reclame.',
    rule: article('17, lid 3, onder b, en artikel 21, lid 3,'),
  },
  proof_of_consent: {
    sentence: 'Wij moeten kunnen laten zien dat u toestemming gaf.',
    rule: article('7, lid 1, en artikel 17, lid 3, onder b,'),
  },
  service_needed: {
    sentence: 'Wij hebben deze gegevens nog nodig om u een dienst te leveren.',
    rule: 'Dit staat in onze privacyverklaring. De regel staat in artikel 17, lid 1, onder a, van de privacywet.',
  },
  gdpr_18_1_no_case: {
    sentence: 'Stilzetten kan in vier gevallen. Geen van die gevallen geldt hier.',
    rule: article('18, lid 1,'),
  },
  gdpr_20_1_other_basis: {
    sentence: 'Wij gebruiken deze gegevens niet met uw toestemming of voor een contract. Dan geldt dit recht niet.',
    rule: article('20, lid 1,'),
  },
  gdpr_20_4_others: {
    sentence: 'Sommige gegevens gaan ook over andere mensen. Die gegevens laten wij weg.',
    rule: article('20, lid 4,'),
  },
  gdpr_21_1_compelling: {
    sentence: 'Wij hebben een dwingende reden om door te gaan. Die weegt hier zwaarder dan uw reden.',
    rule: article('21, lid 1,'),
  },
  gdpr_21_1_legal_claim: {
    sentence: 'Wij hebben de gegevens nodig voor een rechtszaak of een juridische eis.',
    rule: article('21, lid 1,'),
  },
  gdpr_22_1_no_such_decision: {
    sentence: 'Een mens nam dit besluit. Het was geen besluit van alleen een computer.',
    rule: article('22, lid 1,'),
  },
};

/** Where national law allows it; the profile says which law. */
const nationalGrounds: Record<Exclude<NationalGround, 'tax_law'>, string> = {
  gdpr_23_1_d: 'Dit is nodig om strafbare feiten te voorkomen of te onderzoeken.',
  gdpr_23_1_i: 'Dit is nodig om u of andere mensen te beschermen.',
  gdpr_23_1_j: 'Dit is nodig om een schuld te kunnen innen.',
};

const done: Record<RequestType, string> = {
  access: 'U krijgt de gegevens waar u om vroeg.',
  rectification: 'Wij hebben uw gegevens verbeterd.',
  erasure: 'Wij hebben uw gegevens verwijderd.',
  portability: 'Uw gegevens staan klaar om mee te nemen.',
  restriction: 'Wij gebruiken uw gegevens voorlopig niet.',
  objection: 'Wij stoppen met wat u niet wilt.',
  marketing_objection: 'Wij sturen u geen reclame meer.',
  consent_withdrawal: 'Uw toestemming geldt niet meer.',
  automated_decision: 'Een medewerker heeft opnieuw naar het besluit gekeken.',
  question: 'Dit is ons antwoord op uw vraag.',
  complaint: 'Dit is ons antwoord op uw klacht.',
};

/** Letters with a decision on one part: the main message first, a question above each answer. */
export const letters = {
  done,
  /** What we do not do, by type; absolute requests are never refused, so they have no words here. */
  refused: {
    access: 'Wij geven u de gegevens niet waar u om vroeg.',
    rectification: 'Wij veranderen uw gegevens niet.',
    erasure: 'Wij verwijderen uw gegevens niet.',
    portability: 'Wij geven u geen bestand met uw gegevens.',
    restriction: 'Wij zetten uw gegevens niet stil.',
    objection: 'Wij stoppen niet met wat u niet wilt.',
    automated_decision: 'Wij veranderen het besluit niet.',
  },
  partlyRefused: {
    access: 'Een deel van de gegevens geven wij u niet.',
    rectification: 'Een deel van uw gegevens veranderen wij niet.',
    erasure: 'Een deel van uw gegevens verwijderen wij niet.',
    portability: 'Een deel van uw gegevens geven wij u niet mee.',
    restriction: 'Een deel van uw gegevens zetten wij niet stil.',
    objection: 'Met een deel van wat u niet wilt, stoppen wij niet.',
    automated_decision: 'Een deel van het besluit veranderen wij niet.',
  },
  nothingHeld: 'Wij hebben geen gegevens van u gevonden.',
  withdrawn: 'U hebt dit ingetrokken. Wij doen er niets meer mee.',
  again: 'Wilt u het later toch? Dan vraagt u het ons opnieuw. Dat kost u niets.',
  labels: { decidedOn: 'Datum van ons besluit' },
  since: (date: string) => `Dat geldt sinds ${date}.`,
  scopeHeading: 'Wat doen wij niet?',
  groundHeading: 'Waarom doen wij dat niet?',
  factsHeading: 'Wat speelt er bij u?',
  doneHeading: 'Wat doen wij wel?',
  restartHeading: 'Hoe begint u opnieuw?',
  restart:
    'U mag het altijd opnieuw vragen. Laat dan zien dat u het bent, met een adres of nummer dat wij kennen. Een kopie van uw paspoort hoeft niet.',
  keptHeading: 'Wat bewaren wij nog, en tot wanneer?',
  kept: (name: string, date: string, sentence: string) => `${name}, tot en met ${date}. ${sentence}`,
  toldHeading: 'Wie hebben wij ingelicht?',
  states: {
    told: 'kreeg bericht van ons',
    confirmed: 'kreeg bericht en heeft dat bevestigd',
    failed: 'konden wij niet bereiken',
    impossible: 'konden wij niet inlichten',
    disproportionate: 'inlichten kostte meer moeite dan redelijk is',
  },
  reconsiderHeading: 'Wilt u dat wij opnieuw kijken?',
  reconsider: (phone: string, email: string) =>
    `Bel ${phone} of mail ${email}. Een andere medewerker kijkt er dan naar. Dat kost u niets.`,
  marketingHeading: 'Gaat uw klacht over reclame?',
  marketing: (authority: string) => `Dan kunt u ook klagen bij de ${authority}.`,
  rulesHeading: 'De regels',
  privacyLaw: 'De privacywet heet voluit: Algemene verordening gegevensbescherming.',
  grounds,
  nationalGrounds,
  closed: {
    lead: (date: string) => `Uw zaak is gesloten op ${date}.`,
    contentHeading: 'Wat gebeurt er met uw bericht?',
    content: (date: string) => `Uw bericht en ons antwoord bewaren wij tot en met ${date}. Daarna verwijderen wij ze.`,
    proofHeading: 'Wat bewaren wij langer?',
    proof: (date: string) =>
      `Wij bewaren tot en met ${date} dat u iets vroeg, en wat wij besloten. Uw naam en adres staan daar niet bij.`,
    againHeading: 'Is het antwoord niet compleet?',
    again: (phone: string) => `Bel ons op ${phone}. Dan openen wij uw zaak opnieuw.`,
  },
};
