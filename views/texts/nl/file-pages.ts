import { pluralsIn } from '../counted.ts';

const plural = pluralsIn('nl');
/** Pages and pieces about the files of an answer. */
export const filePages = {
  desk: {
    title: 'Bestanden bij het antwoord',
    lead: (part: string, name: string) => `Deze bestanden horen bij ${part.toLowerCase()}: ${name}.`,
    none: 'Er zijn nog geen bestanden.',
    open: 'Open',
    remove: 'Haal weg',
    look: 'Bekijk de bestanden',
    toFiles: 'Bestanden bij dit antwoord',
    first: 'Hoort er een bestand bij? Voeg dat eerst toe. Wat u hierboven schreef, slaan wij dan nog niet op.',
    count: (count: number) =>
      plural(count, { one: 'Bij dit onderdeel zit # bestand.', other: 'Bij dit onderdeel zitten # bestanden.' }),
    secondLook: 'Kijk elk bestand na voor u goedkeurt. Staan er gegevens van andere mensen in? Stuur het dan terug.',
    addHeading: 'Voeg een bestand toe',
    pick: 'Kies een bestand',
    kinds: 'PDF, PNG, JPEG, ZIP, JSON, CSV of tekst. Van 1 byte tot 50 MB.',
    portableKinds: 'Alleen JSON of CSV. Een PDF mag niet bij overdracht. Tot 50 MB.',
    redact: 'Laat de gegevens van andere mensen weg.',
    secondPerson: 'Een antwoord met een bestand gaat pas weg als een tweede persoon het goedkeurt.',
    upload: 'Verstuur het bestand',
    waits: 'Nu kunt u niets toevoegen of weghalen: het onderdeel is beantwoord, of een voorstel wacht op goedkeuring.',
    attached: 'Het bestand hoort nu bij het antwoord.',
    removed: 'Het bestand hoort niet meer bij het antwoord.',
  },
  arrived: {
    title: 'Het bestand is aangekomen',
    lead: 'Het hoort nog niet bij het antwoord. Geef het een naam en druk op de knop.',
    name: 'Naam voor de verzoeker',
    nameHint: 'Zonder extensie: wat voor bestand het is, zien wij zelf.',
    nameDefault: 'Bijlage bij ons antwoord',
    button: 'Voeg toe aan het antwoord',
    leaves: 'Drukt u niet? Dan gaat het bestand na een dag vanzelf weg.',
  },
  refused: { title: 'Dit bestand kan niet', back: 'Terug naar de bestanden' },
  collect: {
    heading: 'Uw bestanden',
    lead: 'Sla elk bestand op. Het staat er niet voor altijd.',
    save: (name: string) => `Sla op: ${name}`,
  },
  notReleased: {
    title: 'Dit bestand krijgt u nu niet',
    identity_needed:
      'Wij weten nog niet zeker genoeg wie u bent. Neem contact met ons op. Dan zoeken wij samen een manier.',
    gone: 'Dit bestand bewaren wij niet meer. Neem contact met ons op. Dan maken wij het opnieuw.',
  },
  size: (amount: string, unit: 'B' | 'kB' | 'MB') => `${amount} ${unit === 'B' ? 'bytes' : unit}`,
};
