import type { Representative } from '../../../domain/cases/representation.ts';
import type { RequestType } from '../../../domain/cases/request-types.ts';

/** In which capacity somebody asks for another person. */
const representatives = (childAge: number): Record<Representative, string> => ({
  parent: `Ik ben de ouder van een kind jonger dan ${childAge} jaar`,
  guardian: `Ik ben de voogd van een kind jonger dan ${childAge} jaar`,
  administrator: 'Ik ben de bewindvoerder, curator of mentor',
  agent: 'Deze persoon heeft mij gemachtigd',
  heir: 'Ik ben erfgenaam: deze persoon is overleden',
});

/** What helps us, once a thing is ticked. */
const details: Record<RequestType, string> = {
  access: 'Zoekt u iets in het bijzonder? Laat leeg voor alles.',
  rectification: 'Wat klopt er niet, en wat moet het zijn?',
  erasure: 'Om welke gegevens gaat het? Laat leeg voor alles.',
  portability: 'Welke gegevens wilt u meenemen?',
  restriction: 'Welke gegevens mogen wij niet gebruiken, en waarom?',
  objection: 'Waar maakt u bezwaar tegen, en waarom?',
  marketing_objection: 'Om welke reclame gaat het? Laat leeg voor alles.',
  consent_withdrawal: 'Waarvoor trekt u uw toestemming in? Laat leeg voor alles.',
  automated_decision: 'Om welke beslissing gaat het?',
  question: 'Wat is uw vraag?',
  complaint: 'Wat is er gebeurd?',
};

/** Each right in a sentence, behind what a person would call it. */
const rights: Record<RequestType, { readonly title: string; readonly text: string }> = {
  access: { title: 'Weten wat wij van u hebben', text: 'U krijgt een kopie van uw gegevens.' },
  rectification: {
    title: 'Gegevens laten verbeteren',
    text: 'Wij passen aan wat niet klopt en vullen aan wat ontbreekt.',
  },
  erasure: { title: 'Gegevens laten verwijderen', text: 'Wij wissen wat wij niet meer mogen of hoeven te bewaren.' },
  portability: {
    title: 'Gegevens meenemen',
    text: 'U krijgt gegevens die u ons gaf in een bestand voor een ander bedrijf.',
  },
  restriction: {
    title: 'Gegevens een tijd niet laten gebruiken',
    text: 'Wij zetten uw gegevens stil, bijvoorbeeld bij een fout.',
  },
  objection: { title: 'Bezwaar maken', text: 'U zegt waarom wij iets niet met uw gegevens mogen doen.' },
  marketing_objection: { title: 'Reclame stoppen', text: 'Dat doen wij meteen en u hoeft niet te zeggen waarom.' },
  consent_withdrawal: { title: 'Toestemming intrekken', text: 'Dat mag altijd. Wij stoppen meteen.' },
  automated_decision: {
    title: 'Een mens naar een besluit laten kijken',
    text: 'Nam een computer een besluit over u? Dan kijkt een medewerker opnieuw.',
  },
  question: { title: 'Iets vragen', text: 'Bijvoorbeeld hoe lang wij gegevens bewaren.' },
  complaint: { title: 'Een klacht sturen', text: 'Vertel wat er misging. Wij zoeken het uit.' },
};

/** Pages for the requester, language level B1, "u". */
export const requesterPages = {
  start: {
    title: 'Uw gegevens, uw vragen',
    lead: (organisation: string) => `Hier vraagt u ${organisation} naar uw persoonsgegevens.`,
    when: 'Een medewerker leest uw vraag. U krijgt binnen vier weken antwoord. U hebt geen account nodig en het kost niets.',
    ask: 'Stel uw vraag of doe een verzoek',
    seeCaseHeading: 'Hebt u al iets gevraagd?',
    seeCase: 'U ziet hoe uw verzoek ervoor staat en u kunt ons schrijven. U hebt uw zaaknummer en uw ophaalcode nodig.',
    collect: 'U hebt de link uit onze mail en uw ophaalcode nodig.',
    rightsHeading: 'Wat kunt u ons vragen?',
    rightsLead: 'Kies wat bij u past. U kunt op het formulier nog meer aankruisen.',
    rights,
    newsletterHeading: 'Onze mails en nieuwsbrief',
    newsletter: 'U kiest zelf wat u krijgt.',
    newsletterStop: 'Stop met onze mails',
    newsletterLink: 'Het snelst gaat het met de link onderaan elke mail van ons.',
    otherHeading: 'Liever bellen, mailen of schrijven?',
    other: 'Dat mag ook. U krijgt ook dan binnen vier weken antwoord.',
    staff: 'Voor medewerkers',
    developers: 'Voor ontwikkelaars',
  },
  form: {
    title: 'Stel uw vraag of doe een verzoek',
    lead: 'Kies wat u wilt. Vul daarna uw naam en e-mailadres in.',
    nextHeading: 'Wat gebeurt er daarna?',
    next: [
      'U ziet meteen uw zaaknummer en uw ophaalcode. Bewaar die goed.',
      'U krijgt een mail met een knop. Daarmee bevestigt u uw verzoek.',
      'Een medewerker bekijkt wat u vraagt. Twijfelen wij of u het bent? Dan stellen wij u eerst een vraag.',
    ],
    when: 'U krijgt binnen vier weken antwoord. De precieze datum ziet u na het versturen.',
    whenToday: (date: string) => `Verstuurt u het vandaag? Dan krijgt u uiterlijk ${date} antwoord.`,
    atOnce: 'Wilt u geen reclame meer, of trekt u uw toestemming in? Dat regelen wij meteen.',
    noIdentity: (personalNumber: string) =>
      `U hebt geen account nodig. Wij hoeven uw geboortedatum niet te weten. Stuur geen kopie van uw paspoort of identiteitskaart. Vul nergens uw ${personalNumber} in.`,
    aboutYou: 'Over u',
    name: 'Uw naam',
    email: 'Uw e-mailadres',
    emailHint: 'Hier sturen wij onze berichten naartoe.',
    phone: 'Uw telefoonnummer',
    relation: 'Wat bent u van ons?',
    relationNone: 'Dat zeg ik liever niet',
    moreAboutYou: 'Telefoonnummer of iets anders toevoegen (niet verplicht)',
    behalfHeading: 'Ik vraag dit voor iemand anders',
    behalfHint: 'Stuur geen bewijs mee. Als dat nodig is, vragen wij er later naar.',
    behalfNone: 'Nee, ik vraag dit voor mijzelf',
    onBehalfAs: 'Wie bent u van deze persoon?',
    onBehalfName: 'De naam van deze persoon',
    heirHint:
      'Is de persoon overleden? Dan geldt de privacywet niet meer. Wij behandelen uw bericht als een vraag, en sturen geen reclame meer.',
    representatives,
    whatHeading: 'Wat wilt u?',
    whatHint: 'U mag meer dan één ding kiezen. Uitleg geven mag, maar hoeft niet.',
    otherChoices: 'Meer keuzes: toestemming intrekken, bezwaar maken, gegevens meenemen',
    details,
    portabilityHint: 'Wilt u uw telefoonnummer meenemen naar een andere aanbieder? Bel dan onze klantenservice.',
    message: 'Wilt u nog iets anders zeggen?',
    privacyHeading: 'Wat doen wij met wat u invult?',
    privacy:
      'Wij gebruiken het om uw verzoek te behandelen. Medewerkers die privacyverzoeken behandelen, kunnen het lezen. Bedrijven die onze computers beheren, bewaren het voor ons. Tegen misbruik tellen wij een uur lang verzoeken per internetadres. Het adres zelf bewaren wij daarbij niet. Ook over deze gegevens mag u ons iets vragen. U mag altijd klagen bij de toezichthouder.',
    statement: 'Lees onze privacyverklaring',
    send: 'Verstuur mijn verzoek',
    errorTitle: 'Fout',
    errorSummary: 'Er ging iets mis met het formulier',
  },
  fieldErrors: {
    required: 'Dit moet u nog invullen.',
    email: 'Dit e-mailadres klopt niet. Het ziet er zo uit: naam@voorbeeld.nl.',
    too_long: 'Deze tekst is te lang. Maak hem korter.',
    invalid: 'Dit kunnen wij niet lezen. Vul het opnieuw in.',
    nothing_asked: 'Kies ten minste één ding.',
    too_many: 'Dit zijn er te veel.',
    sent_before: 'U verstuurde dit al, met een andere tekst. Is dit een nieuw verzoek? Verstuur het dan nog eens.',
  },
  received: {
    title: 'Wij hebben uw verzoek',
    lead: (date: string) => `U krijgt uiterlijk ${date} antwoord.`,
    keepHeading: 'Bewaar dit goed',
    keep: 'U hebt de ophaalcode nodig om ons antwoord te openen. Wij sturen de code niet per mail.',
    howToKeep: 'Schrijf het nummer en de code op, of druk deze pagina af.',
    copy: 'Kopieer',
    copied: 'Gekopieerd.',
    notCopied: 'Kopiëren lukt niet. Schrijf het nummer en de code op.',
    save: 'Bewaar als bestand',
    print: 'Druk af',
    follow: 'Met uw zaaknummer en ophaalcode ziet u altijd hoe uw verzoek ervoor staat.',
    nextHeading: 'Wat gebeurt er nu?',
    confirm: 'Kijk in uw mail. Wij sturen u een bericht met een knop. Bevestig daar uw verzoek.',
    staff: 'Een medewerker bekijkt wat u vraagt. Hebben wij een vraag, dan mailen wij u.',
    answer: (date: string) =>
      `U krijgt uiterlijk ${date} een mail dat ons antwoord klaarstaat. U opent het met uw ophaalcode.`,
    noMail: 'Geen mail gekregen? Kijk bij de ongewenste mail. Uw verzoek telt ook zonder bevestiging.',
    nothing: 'Wat u vroeg, regelen wij meteen. U hoeft niets te doen. U krijgt bericht in uw mail.',
  },
  token: {
    label: 'Code uit de mail',
    hint: 'Plak hier de code uit de mail. Dat is het deel van de link achter het teken #.',
  },
  confirm: {
    title: 'Bevestig uw verzoek',
    lead: 'Druk op de knop. Dan weten wij dat het verzoek van u komt.',
    button: 'Bevestigen',
  },
  confirmed: {
    title: 'Uw verzoek is bevestigd',
    lead: (date: string) => `U krijgt uiterlijk ${date} antwoord.`,
    next: 'Wij sturen u een mail met alles op een rij. U hoeft nu niets te doen.',
    keep: 'Bewaar uw ophaalcode. Die hebt u nodig om ons antwoord te openen.',
  },
  collect: {
    title: 'Haal uw antwoord op',
    lead: 'Vul de ophaalcode in die u kreeg toen u uw verzoek verstuurde.',
    code: 'Ophaalcode',
    codeHint: 'Hoofdletters, spaties en streepjes maken niet uit.',
    lost: 'Bent u uw code kwijt?',
    button: 'Open mijn antwoord',
    errors: {
      wrong_code: 'Deze ophaalcode klopt niet. Kijk de code na en probeer het nog eens.',
      too_many_tries: 'Er is te vaak een verkeerde code ingevuld. Probeer het later opnieuw of bel ons.',
    },
  },
  answers: {
    title: 'Ons antwoord',
    lead: (caseNumber: string) => `Dit is ons antwoord op uw verzoek ${caseNumber}.`,
    closedOn: (date: string) => `Wij hebben uw verzoek afgerond op ${date}.`,
    print: 'Bewaar dit antwoord. Druk de pagina af of sla hem op.',
    printButton: 'Druk dit antwoord af',
    authorityHeading: 'Bent u het niet eens met ons antwoord?',
    tellUs: 'Schrijf het ons op de pagina van uw zaak. Een andere medewerker kijkt er dan naar.',
    erased: 'De tekst van dit antwoord is verwijderd, omdat de bewaartijd voorbij is.',
  },
  linkNotUsable: {
    title: 'Deze link werkt niet',
    lead: 'De link is al gebruikt, is verlopen of klopt niet helemaal.',
    doHeading: 'Wat kunt u doen?',
    steps: [
      'Kijk of u de nieuwste mail van ons gebruikt.',
      'Kijk of u de hele link of code hebt overgenomen.',
      'Werkt het niet? Neem contact met ons op.',
    ],
    staff: 'Bent u medewerker? Log in bij de privacybalie.',
  },
  problems: {
    bad_request: {
      title: 'Dit kunnen wij niet lezen',
      text: 'Ga terug, kijk na wat u invulde en probeer het opnieuw.',
    },
    forbidden_origin: {
      title: 'Dit formulier kwam niet van onze site',
      text: 'Open de pagina opnieuw vanuit onze mail of onze site. Er is niets gewijzigd.',
    },
    after_press: {
      title: 'U kunt deze pagina niet rechtstreeks openen',
      text: 'U ziet deze pagina pas nadat u bij ons op een knop drukt. Had u al gedrukt? Dan telt dat. U kunt de link in onze mail opnieuw openen, of naar de beginpagina gaan.',
    },
    not_found: { title: 'Deze pagina bestaat niet', text: 'Kijk of het adres klopt, of ga naar de beginpagina.' },
    too_many: {
      title: 'Dit gaat te snel',
      text: 'Er kwamen te veel verzoeken. Wacht een kwartier en probeer het opnieuw.',
      otherWays: 'Hebt u haast? Bel ons of stuur een brief. Uw verzoek telt dan ook.',
    },
    unavailable: {
      title: 'Het lukt nu even niet',
      text: 'Er ging bij ons iets mis. Probeer het over een paar minuten opnieuw, of bel ons.',
    },
    too_large: { title: 'Dit is te groot', text: 'Uw tekst is te lang om te versturen. Maak hem korter.' },
  },
};
