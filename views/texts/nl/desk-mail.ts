import type { Inbound } from '../../../domain/cases/inbound.ts';
import { pluralsIn } from '../counted.ts';

const plural = pluralsIn('nl');

const senders: Record<Inbound['sender'], string> = {
  person: 'van een persoon',
  machine: 'door een machine verstuurd',
  spam: 'lijkt spam',
};

/** What staff read about mail that came in. */
export const deskMail = {
  senders,
  unreadable: 'niet te lezen',
  heading: 'De mail',
  subject: 'Onderwerp',
  noSubject: 'geen onderwerp',
  sender: 'Soort afzender',
  files: 'Bestanden',
  noFiles: 'Er zaten geen bestanden bij.',
  contentGone: 'Het onderwerp en de lijst met bestanden bewaren wij niet meer.',
  marks: {
    spam: 'Onze mailprovider denkt dat dit spam is, of vond er een virus in. Open er niets van als u niet zeker bent.',
    machine: 'Een machine verstuurde deze mail. Bijvoorbeeld een systeem of een mailinglijst.',
    unreadable:
      'Wij konden deze mail niet lezen. Wij hebben hem heel bewaard. Sla hem op en open hem in een mailprogramma.',
  },
  caution: 'Wij hebben de bestanden bewaard en niet geopend. Open alleen wat u vertrouwt.',
  save: (fileName: string) => `Sla op: ${fileName}`,
  inMessageOnly: 'staat alleen in de mail zelf',
  saveWhole: 'Sla de hele mail op',
  gone: {
    title: 'Dit is er niet meer',
    lead: 'Wij bewaren mails en hun bestanden achttien maanden. Daarna gaan ze weg.',
  },
  proposedHeading: 'Wat de mail lijkt te vragen',
  proposedLead: 'Dit is een voorstel van de privacybalie. Er is nog niets besloten.',
  nothingRecognised: 'Wij herkenden in deze mail geen verzoek over privacy.',
  accept: {
    heading: 'Wat vraagt deze persoon?',
    proposed: (count: number) =>
      plural(count, {
        one: 'Wij herkenden # verzoek. Klopt het? Verander zo nodig de vinkjes.',
        other: 'Wij herkenden # verzoeken. Kloppen ze? Verander zo nodig de vinkjes.',
      }),
    nothing: 'Wij herkenden niets. Vink aan wat deze persoon vraagt.',
    /** Before the words of the mail that a proposal rests on. */
    why: 'In de mail staat:',
    button: 'Neem aan als deze verzoeken',
    counts:
      'De mail wordt een zaak met deze verzoeken. Ze tellen vanaf het moment waarop de mail binnenkwam. Reclame stopt meteen als daarom gevraagd is.',
    acknowledged: 'De persoon kreeg al een ontvangstbevestiging.',
    willBeAcknowledged: 'De persoon krijgt een ontvangstbevestiging.',
  },
  dismiss: {
    hasAlready:
      'Is het geen privacyzaak? Dan hoeft u niets door te sturen: de klantenservice heeft deze mail ook gekregen.',
    sentOn: 'Is het geen privacyzaak? Dan sturen wij de hele mail door naar de klantenservice.',
  },
  overview: {
    heading: 'Mail om te sorteren',
    lead: 'Deze mails kwamen binnen. Wat ze vragen is een voorstel. Neem een mail aan, of leg hem terzijde.',
    none: 'Er is geen mail om te sorteren.',
    left: (count: number) =>
      plural(count, {
        one: 'Er wacht nog # ander verzoek, met meer tijd. U ziet het als hierboven plaats komt.',
        other: 'Er wachten nog # andere verzoeken, met meer tijd. U ziet ze als hierboven plaats komt.',
      }),
  },
  /** In the daily mail about what nobody confirmed. */
  digest: (what: string) =>
    `Dit kwam binnen als mail (${what}). Wat erin gevraagd wordt, is een voorstel van de privacybalie.`,
  joined: {
    heading: 'Bericht per mail',
    otherAddress: 'Geschreven vanaf een ander adres dan dat van de verzoeker:',
    otherAddressWarning: 'Wij weten niet of dit van de verzoeker komt. Geef op dit bericht geen persoonsgegevens.',
    fromOther: 'vanaf een ander adres',
    noText: 'Wij konden geen tekst lezen. Open de hele mail.',
    files: 'Bestanden in deze mail',
  },
};
