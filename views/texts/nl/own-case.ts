import type { RequesterStage, WhoseTurn } from '../../../domain/cases/requester-stage.ts';
import type { ToldRecipient } from '../../../domain/cases/use-cases/requester/show-own-case.ts';

const stages: Record<RequesterStage, string> = {
  received: 'Wij hebben uw bericht ontvangen.',
  confirmed: 'Uw verzoek staat klaar voor een medewerker.',
  worked_on: 'Een medewerker werkt aan uw verzoek.',
  question_to_you: 'Wij hebben een vraag aan u.',
  answered: 'Ons antwoord staat klaar.',
  closed: 'Uw verzoek is afgerond. U hebt ons antwoord opgehaald.',
  withdrawn: 'U hebt uw verzoek ingetrokken.',
  laid_aside: 'Wij hebben dit bericht weggelegd. Klopt dat niet? Bel of mail ons.',
};

const nextSteps: Record<RequesterStage, string> = {
  received: 'Bevestig uw verzoek met de knop in onze mail. Doet u dat niet? Dan kijkt een medewerker er toch naar.',
  confirmed: 'Een medewerker pakt uw verzoek op.',
  worked_on: 'Een medewerker zoekt uit wat u vroeg. Daarna krijgt u ons antwoord.',
  question_to_you: 'Beantwoord onze vraag hieronder. Wij werken intussen door.',
  answered: 'Open de link in onze mail en vul uw ophaalcode in.',
  closed: 'Er hoeft niets meer te gebeuren. Bent u het er niet mee eens? Schrijf ons dan hieronder.',
  withdrawn: 'Er hoeft niets meer te gebeuren.',
  laid_aside: 'Er hoeft niets meer te gebeuren.',
};

const turns: Record<WhoseTurn, string> = {
  you: 'U bent aan de beurt.',
  us: 'Wij zijn aan de beurt.',
  nobody: 'Niemand hoeft iets te doen.',
};

const recipientStates: Record<ToldRecipient['state'], string> = {
  told: 'Wij hebben dit doorgegeven. Er is nog geen bevestiging.',
  confirmed: 'Dit bedrijf heeft het bevestigd.',
  failed: 'Het is niet gelukt.',
  impossible: 'Doorgeven bleek onmogelijk.',
  disproportionate: 'Doorgeven zou te veel moeite kosten.',
};

/** The requester's own case: the form that opens it, the case, and what can be done there. */
export const ownCase = {
  form: {
    title: 'Bekijk uw zaak',
    lead: 'Vul uw zaaknummer en uw ophaalcode in.',
    where: 'Beide kreeg u toen u uw verzoek verstuurde. Het zaaknummer staat ook in onze mails.',
    caseNumber: 'Zaaknummer',
    caseNumberHint: 'Het begint met P.',
    button: 'Bekijk mijn zaak',
    lost: 'Hebt u geen code meer?',
    required: 'Dit moet u nog invullen.',
    unknown: 'Wij vinden geen zaak met dit nummer en deze code. Kijk beide na.',
    typed: 'Uw tekst is niet verstuurd. Kopieer hem hier als u hem wilt bewaren.',
  },
  page: {
    title: 'Uw zaak',
    received: (at: string) => `Wij kregen uw bericht op ${at}.`,
    stageHeading: 'Hoe staat het ervoor?',
    nextHeading: 'Wat gebeurt er nu?',
    datesHeading: 'Wanneer krijgt u antwoord?',
    promised: (date: string) => `U krijgt uiterlijk ${date} antwoord.`,
    extended: (date: string) => `Dit deel duurt langer. U krijgt uiterlijk ${date} antwoord.`,
    overdue: 'Het spijt ons: die datum is voorbij. Wij werken nog aan uw antwoord.',
    newDate: (date: string) => `U krijgt ons antwoord nu uiterlijk ${date}.`,
    why: 'Waarom duurt het langer?',
    forParts: 'Dit geldt voor:',
    partsHeading: 'Wat hebt u gevraagd?',
    partOpen: 'Wij werken hieraan.',
    partDecided: (date: string) => `Wij hebben hierover besloten op ${date}.`,
    partWithdrawn: (date: string) => `U hebt dit ingetrokken op ${date}.`,
    questionsHeading: 'Onze vraag aan u',
    askedOn: (date: string) => `Wij vroegen dit op ${date}.`,
    identityLead: 'Wij willen zeker weten dat u het bent. Zo geven wij uw gegevens nooit aan een ander.',
    noCopy: (personalNumber: string) =>
      `Stuur geen kopie van uw paspoort of identiteitskaart. Schrijf ook uw ${personalNumber} niet op.`,
    clarificationLead: 'Wij willen graag weten wat u precies bedoelt. Schrijf uw antwoord hieronder.',
    messagesHeading: 'Berichten',
    fromYou: (at: string) => `U schreef op ${at}:`,
    fromUs: (at: string) => `Wij schreven op ${at}:`,
    recipientsHeading: 'Aan wie hebben wij het doorgegeven?',
    recipientStates,
    stages,
    nextSteps,
    turns,
    answeredByPost: 'U krijgt ons antwoord per post.',
    doHeading: 'Wat kunt u doen?',
    authorityHeading: 'Bent u niet tevreden over ons?',
  },
  acts: {
    write: {
      heading: 'Iets toevoegen of verbeteren',
      answerHeading: 'Uw antwoord',
      label: 'Uw bericht aan ons',
      hint: (personalNumber: string) => `Schrijf uw ${personalNumber} niet op. Een medewerker leest uw bericht.`,
      button: 'Verstuur bericht',
      done: 'Wij hebben uw bericht ontvangen. Een medewerker leest het.',
    },
    identity_code: {
      heading: 'Vul de code in',
      label: 'Code',
      hint: 'Wij stuurden de code naar een adres dat wij al van u kenden. Dit is een andere code dan uw ophaalcode.',
      button: 'Controleer code',
      done: 'De code klopt. Wij weten nu dat u het bent.',
    },
    withdraw: {
      heading: 'Uw verzoek intrekken',
      warning: 'Let op: wij stoppen dan meteen. U kunt het niet terugdraaien. U kunt het ons wel opnieuw vragen.',
      partsLegend: 'Wat wilt u intrekken?',
      partsButton: 'Trek in wat ik heb aangevinkt',
      allHint: 'U kunt ook alles in één keer intrekken.',
      allButton: 'Trek mijn hele verzoek in',
      oneButton: 'Trek mijn verzoek in',
      done: 'U hebt dit ingetrokken. Wij doen er niets meer mee.',
      before: 'U had dit al ingetrokken.',
    },
    change_address: {
      heading: 'Een ander e-mailadres doorgeven',
      label: 'Uw nieuwe e-mailadres',
      hint: 'Wij sturen een mail naar dit adres. Het verandert pas als u daar op de knop drukt.',
      button: 'Geef adres door',
      done: 'Kijk in de mail van uw nieuwe adres. Bevestig het daar.',
    },
    send_again: {
      heading: 'Geen mail gekregen?',
      what: 'Wij sturen de laatste belangrijke mail nog een keer, met een nieuwe link.',
      button: 'Stuur de mail opnieuw',
      done: 'Wij sturen de mail opnieuw. Kijk ook bij de ongewenste mail.',
      doneByPost: 'Wij sturen de brief opnieuw per post.',
    },
  },
  errors: {
    text_required: 'Schrijf eerst uw bericht.',
    text_invalid: 'Deze tekst is te lang of bevat tekens die wij niet kunnen lezen.',
    code_wrong: 'Deze code klopt niet, of u probeerde het te vaak. Kijk de code na of bel ons.',
    parts_required: 'Kies wat u wilt intrekken.',
    email_invalid: 'Dit is geen goed e-mailadres. Het ziet er zo uit: naam@voorbeeld.nl.',
    email_not_possible: 'Dit adres hebben wij al, of u veranderde het vandaag te vaak.',
    not_possible: 'Dit kan nu niet meer, of u deed het vandaag te vaak. Bel of mail ons als u hulp nodig hebt.',
  },
  confirmContact: {
    title: 'Bevestig uw e-mailadres',
    lead: 'Druk op de knop. Dan sturen wij berichten over uw zaak voortaan naar dit adres.',
    button: 'Bevestigen',
    doneTitle: 'Uw adres is bevestigd',
    done: 'Berichten over uw zaak gaan voortaan naar dit adres. Uw oude adres krijgt hierover ook een mail.',
  },
};
