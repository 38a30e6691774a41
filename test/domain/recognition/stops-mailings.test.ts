import { describe, expect, it } from 'vitest';

import { recogniseRights } from '../../../domain/recognition/recognise-rights.ts';

const TOPICS = ['nieuwsbrief', 'mailing'];
const read = (written: string, subject = '') => recogniseRights({ subject, written }, TOPICS);
const asked = (written: string, subject = '') => read(written, subject).parts.map(({ requestType }) => requestType);

describe('a mail that stops mailings and says nothing else', () => {
  it.each([
    'afmelden',
    'Stop',
    'unsubscribe',
    'Graag afmelden',
    'uitschrijven aub',
    'Opt out please',
    'Ik wil geen nieuwsbrief meer ontvangen. Met vriendelijke groet, Jan de Boer',
    'Beste mensen, wilt u mij uitschrijven voor de nieuwsbrief? Bedankt! Piet',
    'Hallo, meld mij alsjeblieft af voor jullie nieuwsbrief. Gr. Anja',
    'please remove me from your mailing list',
    'Stop sending me your newsletter.',
    'Ik heb mij al twee keer afgemeld voor de nieuwsbrief en krijg hem nog steeds. Stop hiermee.',
    'Geen mailings meer aub',
    'I do not wish to receive any more newsletters or mailings.',
    'Haal mijn e-mailadres uit uw mailinglijst.',
    'Kunt u mij van de verzendlijst van de nieuwsbrief halen?',
    'Schrijf me uit van al die mailings.',
    'Ik trek mijn toestemming voor de nieuwsbrief in.',
    'Gelieve geen reclamemails meer te sturen.',
    'Please stop emailing me.',
    'Stuur mij geen e-mails meer.',
  ])('%s', (text) => expect(read(text)).toMatchObject({ stopsMailings: true, nothingElse: true }));

  it.each(['afmelden', 'Uitschrijven', 'unsubscribe', 'STOP', 'Re: Afmelden nieuwsbrief', 'opt-out'])(
    'may be its subject alone: %s',
    (subject) => {
      expect(read('', subject)).toMatchObject({ stopsMailings: true, nothingElse: true });
      expect(asked('', subject)).toEqual(['consent_withdrawal']);
    },
  );

  it('may have a greeting, a name, an address and numbers', () => {
    const letter = [
      'Goedemiddag,',
      'Graag afmelden.',
      'Met vriendelijke groet,',
      'Jan van der Berg\nKerkstraat 12\n2311 AB Leiden\n06-12345678\njan@voorbeeld.nl',
    ].join('\n\n');
    expect(read(letter, 'afmelden')).toMatchObject({ stopsMailings: true, nothingElse: true });
  });
});

describe('a mail that stops mailings and says more', () => {
  it.each([
    ['Meld mij af voor de nieuwsbrief. Wanneer komt de monteur?', ''],
    ['Meld mij af voor de nieuwsbrief en stuur mij mijn contract.', ''],
    ['Wanneer komt er glasvezel in onze straat?', 'Afmelden nieuwsbrief'],
    ['Graag uitschrijven voor de nieuwsbrief.\n\nGroet, Piet\n\nPS mijn modem doet het niet', ''],
    ['Please unsubscribe me from the newsletter. You sent me the data of my neighbour.', ''],
    ['I want a copy of all my personal data.', 'unsubscribe'],
  ])('is left to a person too: %s', (text, subject) => {
    expect(read(text, subject)).toMatchObject({ stopsMailings: true, nothingElse: false });
  });

  it('gives the right besides as a part', () => {
    expect(asked('I want a copy of all my personal data.', 'unsubscribe')).toEqual(['consent_withdrawal', 'access']);
  });
});

describe('a mail that does not stop mailings beyond doubt', () => {
  it.each([
    'Ik krijg geen nieuwsbrief meer, kunt u nakijken hoe dat komt?',
    'Waarom ontvang ik de nieuwsbrief niet meer?',
    'Ik heb per ongeluk op afmelden geklikt, kunt u mij weer aanmelden voor de nieuwsbrief?',
    'Ik wil me afmelden als klant.',
    'Ik wil mij afmelden voor de afspraak met de monteur.',
    'Ik wil niet dat u mij uitschrijft voor de nieuwsbrief.',
    'Bel mij niet meer.',
    'Stop met bellen!',
    'Hoe kan ik me afmelden voor de nieuwsbrief?',
    'Wat gebeurt er als ik me afmeld voor de nieuwsbrief?',
    'Ik heb me vorig jaar uitgeschreven voor de nieuwsbrief.',
    'Ik ontvang graag de nieuwsbrief niet meer wekelijks maar maandelijks.',
    'Mijn moeder wil geen nieuwsbrief meer.',
    'Stuur mij geen mails meer over de factuur, ik heb al betaald.',
    'Stuur de nieuwsbrief niet meer naar dit adres maar naar jan@voorbeeld.nl',
    'I no longer receive the newsletter, please check.',
    'I get the newsletter twice.',
    'Can I subscribe to the newsletter?',
    'Please do not unsubscribe me from the newsletter.',
    'Your newsletter says I can get a discount but the code does not work.',
    'Ik kan me niet afmelden voor mijn abonnement.',
    'Ik wil mijn abonnement stoppen.',
    'Stop de automatische incasso.',
    'Stop\nMijn abonnement bedoel ik.',
    'Ik vond jullie nieuwsbrief over wifi leuk. Wat kost het?',
    'If you send me another newsletter I will complain.',
    'Graag geen mail maar een brief sturen.',
    'I want to cancel my subscription, no more emails about the renewal please.',
    'Ik heb geen mail ontvangen van jullie over de levering.',
    'In de nieuwsbrief staat dat het aanbod stopt op 1 mei. Wil dat zeggen dat ik te laat ben?',
    'De afmeldlink in de nieuwsbrief werkt niet meer.',
    'Wil je de nieuwsbrief niet stoppen? Ik lees hem graag.',
    'Jullie nieuwsbrief is waardeloos, geen enkele aanbieding voor bestaande klanten.',
    'Ik wil weten of ik nog ben aangemeld voor de nieuwsbrief.',
    'I have not received your newsletter this month and would like to get it.',
    'De nieuwsbrief hoeft niet in kleur.',
    'Ik wil uw nieuwsbrief niet per post maar per mail.',
    'Ik wil geen reclame meer in de brievenbus.',
    'Uitschrijven uit het handelsregister: wat moet ik doen?',
    'Ik stop met mijn zaak. Kan ik het zakelijke pakket omzetten?',
    "I can't get your newsletter to stop showing in Spanish.",
    'My daughter unsubscribed from your newsletter.',
    'Ik wil geen papieren nieuwsbrief maar wel de digitale.',
    'Bedankt voor het uitschrijven van de nieuwsbrief.',
    'Bevestiging: u bent afgemeld voor de nieuwsbrief.',
    'You have been unsubscribed from our mailing list.',
    'Ik wil alleen de aanbiedingen niet, de nieuwsbrief wel.',
    'Ik wil de nieuwsbrief graag op mijn nieuwe mailadres.',
    'Is het waar dat de nieuwsbrief stopt?',
    'Waarom is de nieuwsbrief gestopt?',
    'Jammer dat jullie geen nieuwsbrief meer sturen!',
    'Ik lees dat u stopt met de nieuwsbrief, klopt dat?',
    'In uw nieuwsbrief van maart staat een fout.',
    'Graag geen nieuwsbrief op papier, digitaal is prima.',
    'Stuur de nieuwsbrief ook naar mijn collega.',
    'Ik heb me afgemeld voor de nieuwsbrief, maar dat was een vergissing.',
    'Hoe meld ik mijn moeder af voor de nieuwsbrief?',
    'Kan een klant zich afmelden voor de nieuwsbrief?',
    'Wij willen adverteren in uw nieuwsbrief.',
    'Ik wil mij niet afmelden voor de nieuwsbrief maar wel voor de sms.',
    'Ik heb nog nooit een nieuwsbrief gehad.',
    'De nieuwsbrief krijg ik niet meer sinds mijn overstap.',
    'Als u nog één nieuwsbrief stuurt, stap ik over.',
    'Wat moet ik doen om geen nieuwsbrief meer te krijgen?',
    'Ik twijfel of ik de nieuwsbrief wil houden.',
    'Mijn man wil de nieuwsbrief opzeggen.',
    'Misschien meld ik me af voor de nieuwsbrief.',
    'Ik wil geen nieuwsbrief missen.',
    'U stuurt de nieuwsbrief naar een oud adres, stop daarmee en gebruik het nieuwe.',
    'Kunnen jullie stoppen met die popups op de site?',
    'Stop de levering van de modem.',
    'Ik wil stoppen met het abonnement en ook met de tv.',
    'Geen mail ontvangen over mijn wachtwoord.',
    'Ik wil geen mail maar een telefoontje.',
    'Stuur mij geen e-mail over de afspraak maar bel.',
    'U hoeft mij geen mail te sturen over de factuur.',
    'Haal mij van de wachtlijst.',
    'Haal mij van de lijst voor de monteur.',
    'Schrijf mij uit op dit adres, ik ga verhuizen.',
    'Ik wil mij uitschrijven als klant.',
    'Uitschrijven bij de gemeente, moet ik dat doorgeven?',
    'I no longer get the newsletter since I changed my address.',
    'Why did I stop getting the newsletter?',
    'Please send the newsletter to my new address and not to the old one.',
    'Do you still send out a newsletter?',
    'I would never unsubscribe from your newsletter, it is great!',
    'My boss wants to know how to unsubscribe from the mailing.',
    'Could you tell me how to stop the newsletter?',
    'Stop charging me.',
    'Stop the port please.',
    "I don't get emails from you any more.",
    "Please don't email me the invoice, send it by post.",
    'Remove me from the account of my ex.',
    'Take me off the waiting list.',
    'I want to unsubscribe from my phone plan.',
    'I want to stop my subscription and unsubscribe from TV.',
    'How do I opt out of paperless billing?',
    'Opt me out of voicemail please.',
    'I had unsubscribed in 2022 and that went fine.',
    'Afmelden voor paperless, ik wil papieren rekening.',
    'Wilt u mij afmelden van de automatische incasso?',
    'Ik wil mij afmelden voor het webinar.',
    'Meld mij af voor de servicebeurt, en bewaar de nieuwsbrief.',
    'De mailing over glasvezel heb ik niet gehad, de buren wel.',
    'Stuur geen mailing naar mijn zaak maar naar mijn huis.',
    'Beste, mijn abonnement is gestopt en nu krijg ik de nieuwsbrief niet meer.',
    'Ik wil dat u stopt met bellen maar de nieuwsbrief mag u blijven sturen.',
    'Ik trek mijn toestemming voor de locatie in, de nieuwsbrief wil ik houden.',
    'Geen reclame per post meer, mail is goed.',
    'I withdraw my consent for location data only.',
    'You unsubscribed me from the newsletter but I did not ask for that!',
    'Waarom ben ik uitgeschreven voor de nieuwsbrief?',
    'Ik ben uitgeschreven voor de nieuwsbrief zonder het te vragen.',
    'Er stond in de mailing dat ik me kon uitschrijven, dat lukt niet.',
    'Ik ben nog niet uitgeschreven voor de nieuwsbrief?',
    'Your newsletter link to unsubscribe leads to an error page.',
    'De nieuwsbrief mag best wat korter.',
    'Ik wil uw nieuwsbrief niet kwijt.',
    'Niet afmelden aub, ik wil de mailing houden.',
    'Ik vind de nieuwsbrief niet leuk meer, doe eens iets met tips.',
    'Stop met klagen over de nieuwsbrief zei mijn vrouw.',
    'Mijn buurman krijgt geen nieuwsbrief, kunt u hem toevoegen?',
  ])('%s', (text) => expect(read(text)).toMatchObject({ stopsMailings: false, nothingElse: false }));

  it.each([
    ['ik wil me afmelden als klant', 'afmelden'],
    ['Mijn abonnement bedoel ik.', 'stop'],
    ['Kunnen jullie de storing oplossen', 'Stop'],
  ])('"%s" below "%s"', (text, subject) => expect(read(text, subject).stopsMailings).toBe(false));

  it.each(['Haal mijn nummer van de bellijst.', 'Bel mij niet meer voor aanbiedingen.', 'No more sales calls please.'])(
    'as calls are no mailings: %s',
    (text) => {
      expect(read(text).stopsMailings).toBe(false);
      expect(asked(text)).toContain('marketing_objection');
    },
  );
});

describe('the topics it stops', () => {
  it.each([
    ['Meld mij af voor de nieuwsbrief.', ['nieuwsbrief']],
    ['Please unsubscribe me from your newsletter.', ['nieuwsbrief']],
    ['Geen mailings meer graag.', ['mailing']],
    ['Geen nieuwsbrieven en mailings meer graag.', []],
    ['Haal mij van de mailinglijst.', []],
    ['Meld mij af voor alle nieuwsbrieven.', []],
    ['unsubscribe', []],
    ['Ik wil mijn nieuwsbrief houden.', []],
  ])('%s', (text, topics) => expect(read(text).topics).toEqual(topics));

  it('are only those of the organisation', () => {
    const letter = { subject: '', written: 'Meld mij af voor de nieuwsbrief over wijn.' };
    expect(recogniseRights(letter, ['wijn', 'kaas']).topics).toEqual(['wijn']);
  });
});
