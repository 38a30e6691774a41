import type { Proposal } from '../../../domain/cases/proposal.ts';
import type { TaskKind } from '../../../domain/cases/task.ts';
import type { StaffNotice } from '../../../domain/outbox/outbox-row.ts';

/** `subject` stands behind number and type, in plain letters. */
interface NoticeWords {
  readonly subject: string;
  readonly lead: string;
  readonly next: string;
}

const notices: Record<StaffNotice, NoticeWords> = {
  approval_wanted: {
    subject: 'goedkeuring gevraagd',
    lead: 'Een collega vraagt u om een voorstel goed te keuren.',
    next: 'Lees het voorstel. Keur het goed, of stuur het terug met een reden.',
  },
  approved: {
    subject: 'voorstel goedgekeurd',
    lead: 'Uw voorstel is goedgekeurd en uitgevoerd.',
    next: 'Kijk of er nog een onderdeel open is.',
  },
  sent_back: {
    subject: 'voorstel teruggestuurd',
    lead: 'Uw voorstel is teruggestuurd.',
    next: 'Lees de reden op de privacybalie. Pas uw voorstel aan en doe het opnieuw.',
  },
  handed_over: {
    subject: 'overgedragen aan u',
    lead: 'Een collega heeft deze zaak aan u overgedragen.',
    next: 'De zaak is nu van u. Bekijk wat er nog open is.',
  },
  mail_to_sort: {
    subject: 'mail om te sorteren',
    lead: 'Er is een mail binnengekomen die om iets lijkt te vragen.',
    next: 'Lees de mail op de privacybalie. Kijk of het voorstel klopt en neem de mail aan. Of geef hem door aan de klantenservice.',
  },
  requester_wrote: {
    subject: 'bericht van de verzoeker',
    lead: 'De verzoeker heeft iets geschreven.',
    next: 'Lees het op de privacybalie en kijk of u moet reageren.',
  },
  inquiry_answered: {
    subject: 'uw vraag is beantwoord',
    lead: 'De verzoeker heeft de vraag van de balie beantwoord.',
    next: 'Lees het antwoord en ga verder met de zaak.',
  },
  inquiry_unanswered: {
    subject: 'geen antwoord van de verzoeker',
    lead: 'De verzoeker heeft de vraag van de balie niet beantwoord.',
    next: 'Schrijf op tijd een brief: een besluit met reden, met goedkeuring van een tweede persoon.',
  },
  identity_reached: {
    subject: 'identiteit vastgesteld',
    lead: 'Wij weten nu zeker genoeg wie de verzoeker is.',
    next: 'U kunt de onderdelen beantwoorden.',
  },
  withdrawn_by_requester: {
    subject: 'ingetrokken',
    lead: 'De verzoeker heeft het verzoek of een deel ervan ingetrokken.',
    next: 'Werk niet verder aan wat is ingetrokken. De rest loopt door.',
  },
  tell_recipients: {
    subject: 'ontvangers inlichten',
    lead: 'Er zijn gegevens verbeterd, verwijderd of stilgezet.',
    next: 'Kies welke ontvangers deze gegevens kregen. Zij krijgen dan bericht.',
  },
  task_due: {
    subject: 'taak',
    lead: 'Er staat een taak open.',
    next: 'Doe de taak, of meld waarom het niet lukt.',
  },
  task_reported: {
    subject: 'taak gemeld',
    lead: 'Iemand heeft gemeld wat er met een taak is gebeurd.',
    next: 'Lees de melding op de privacybalie en ga verder met de zaak.',
  },
  not_collected: {
    subject: 'antwoord niet opgehaald',
    lead: 'De verzoeker heeft het antwoord nog niet opgehaald.',
    next: 'De verzoeker kreeg een herinnering. Bel als dat kan, of stuur een brief.',
  },
  letter_bounced: {
    subject: 'mail niet aangekomen',
    lead: 'Een mail aan de verzoeker is niet aangekomen.',
    next: 'Neem langs een andere weg contact op. Niets laten horen mag niet.',
  },
  extension_bounced: {
    subject: 'brief over verlenging niet aangekomen',
    lead: 'De brief over de verlenging is niet aangekomen. De verlenging geldt niet.',
    next: 'De oude datum geldt weer. Antwoord op tijd, of verleng opnieuw langs een andere weg.',
  },
  extension_too_late: {
    subject: 'verlengen kan niet meer',
    lead: 'De brief over de verlenging ging te laat weg. De verlenging geldt niet.',
    next: 'De oude datum geldt. Zorg dat het antwoord zo snel mogelijk klaar is.',
  },
  colleague_unreachable: {
    subject: 'collega niet bereikbaar',
    lead: 'Een mail over deze zaak aan een collega is niet aangekomen.',
    next: 'Bel de collega, of neem de zaak over.',
  },
  conflict_of_interest: {
    subject: 'collega uitgesloten',
    lead: 'Een collega werkt niet meer aan deze zaak, omdat de klacht over die collega gaat.',
    next: 'Bespreek de zaak niet met die collega. Pak de zaak op als niemand hem heeft.',
  },
  letter_to_post: {
    subject: 'brief op de post doen',
    lead: 'De verzoeker heeft geen e-mailadres. Er ligt een brief klaar.',
    next: 'Druk de brief af, doe hem op de post en meld dat.',
  },
  expiring_data: {
    subject: 'gegevens verdwijnen',
    lead: 'Gegevens waar om gevraagd is, verdwijnen voordat de belofte voorbij is.',
    next: 'Stel deze gegevens vandaag veilig.',
  },
  authority_letter: {
    subject: 'brief van de toezichthouder',
    lead: 'De toezichthouder heeft over deze zaak geschreven, met een eigen termijn.',
    next: 'Lees de brief. De privacy officer antwoordt op tijd.',
  },
  wrong_recipient: {
    subject: 'mogelijk datalek',
    lead: 'Iets uit deze zaak kwam bij de verkeerde persoon terecht.',
    next: 'Dit kan een datalek zijn. Beslis binnen 72 uur of u het meldt bij de toezichthouder.',
  },
  reopened: {
    subject: 'opnieuw geopend',
    lead: 'Deze zaak is opnieuw geopend.',
    next: 'Lees waarom op de privacybalie. De datum van ontvangst is niet veranderd.',
  },
};

const proposals: Record<Proposal['kind'], string> = {
  refusal: 'Het gaat om een afwijzing.',
  release: 'Het gaat om een antwoord met persoonsgegevens.',
  extension: 'Het gaat om een verlenging van de termijn.',
  retyping: 'Het gaat om een verandering van het soort verzoek.',
};

const tasks: Record<TaskKind, NoticeWords> = {
  remind_me: {
    subject: 'uw herinnering',
    lead: 'U vroeg om een herinnering aan deze zaak.',
    next: 'Bekijk de zaak en ga verder.',
  },
  search: {
    subject: 'zoekvraag open',
    lead: 'Een afdeling heeft een zoekvraag nog niet beantwoord.',
    next: 'De afdeling kreeg een herinnering. Bel de afdeling als het dringend is.',
  },
  recipient_notice: {
    subject: 'ontvanger bevestigt niet',
    lead: 'Een ontvanger van gegevens heeft ons bericht nog niet bevestigd.',
    next: 'De ontvanger kreeg een herinnering. Bel de ontvanger, of meld waarom het niet lukt.',
  },
  kept_until: {
    subject: 'bewaarde gegevens verwijderen',
    lead: 'Gegevens die wij langer mochten bewaren, mogen nu niet meer bewaard worden.',
    next: 'Verwijder ze en meld dat.',
  },
  collect: notices.not_collected,
  authority_letter: {
    subject: 'termijn van de toezichthouder',
    lead: 'De termijn in een brief van de toezichthouder loopt af.',
    next: 'Zorg dat het antwoord aan de toezichthouder op tijd weggaat, en meld dat.',
  },
  post_letter: notices.letter_to_post,
  stop_mailings: {
    subject: 'reclame stoppen',
    lead: 'De verzoeker wil geen reclame. In andere kanalen moet u die met de hand stoppen.',
    next: 'Stop de reclame daar vandaag en meld dat.',
  },
};

/** What staff are told besides the ladder: what it is and what to do. */
export const staffNotices = {
  notices,
  proposals,
  tasks,
  /** What a reported task was, behind the sentence that it was reported. */
  reported: (kind: string) => `Het ging om: ${kind}.`,
  until: (date: string) => `De termijn loopt tot en met ${date}.`,
  taskBounced: {
    subject: 'mail niet aangekomen',
    lead: 'Een mail aan een ontvanger of afdeling is niet aangekomen.',
    next: 'Zoek het goede adres en bel. Meld daarna wat er met de taak is gebeurd.',
  },
  expiringHeading: 'Welke gegevens verdwijnen?',
  expiring: (name: string, date: string) => `${name}: vanaf ${date} verdwijnt er elke dag een deel.`,
};
