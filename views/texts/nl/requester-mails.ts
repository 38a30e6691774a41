import type { ExtensionGround } from '../../../domain/cases/extension.ts';
import type { IdentityDoubt, IdentityLevel } from '../../../domain/cases/identity.ts';

/** Why the desk doubts who somebody is, said to that person. None tells whether somebody is a customer. */
const doubts: Record<IdentityDoubt, string> = {
  address_not_on_file: 'Wij kunnen uw bericht nog niet koppelen aan een adres dat wij kennen.',
  address_changed_lately: 'Wij weten nog niet lang genoeg dat dit uw adres is.',
  name_differs: 'De naam en het adres in uw bericht passen voor ons nog niet bij elkaar.',
  asks_for_another: 'Het lijkt of u dit voor iemand anders vraagt.',
  signs_of_fraud: 'Wij zien iets ongewoons. Daarom zijn wij extra voorzichtig met uw gegevens.',
};

/** What takes the doubt away, the least first. */
const proofs: Record<IdentityLevel, string> = {
  L0: 'Geef antwoord op de pagina hieronder. Meer is niet nodig.',
  L1: 'Laat zien dat het adres of nummer uit uw bericht van u is. Wij sturen u een code of wij bellen u.',
  L2: 'Noem een adres of telefoonnummer dat u ons eerder gaf. Daar sturen wij een code naartoe, of wij bellen u.',
  L3: 'Onze privacy officer doet een extra controle met u. Dat kan met een videogesprek of aan de balie. Wij bewaren daar geen beeld of kopie van.',
};

const extensionGrounds: Record<ExtensionGround, string> = {
  complexity: 'Uw verzoek is ingewikkeld.',
  number_of_requests: 'U deed meer verzoeken tegelijk.',
};

/** Mails to the requester, language level B1: main message first, sentences of at most fifteen words, "u". */
export const requesterMails = {
  subjects: {
    confirm_request: (caseNumber: string) => `Graag bevestigen: ${caseNumber}`,
    acknowledgement: (caseNumber: string) => `Wij hebben uw bericht ontvangen: ${caseNumber}`,
    answer_ready: (caseNumber: string) => `Uw antwoord staat klaar: ${caseNumber}`,
    promise_missed: (caseNumber: string) => `Wij zijn te laat met ons antwoord: ${caseNumber}`,
    marketing_stopped: (caseNumber: string) => `Uw verzoek is uitgevoerd: ${caseNumber}`,
    marketing_stopped_in_part: (caseNumber: string) => `Een deel van uw verzoek is uitgevoerd: ${caseNumber}`,
    inquiry: (caseNumber: string) => `Wij willen graag iets van u weten: ${caseNumber}`,
    inquiry_reminder: (caseNumber: string) => `Wij wachten op uw antwoord: ${caseNumber}`,
    identity_code: (caseNumber: string) => `Uw code: ${caseNumber}`,
    message: (caseNumber: string) => `Een bericht van ons: ${caseNumber}`,
    extension_letter: (caseNumber: string) => `Ons antwoord duurt langer: ${caseNumber}`,
    retyped: (caseNumber: string) => `Hoe wij uw bericht behandelen: ${caseNumber}`,
    restriction_lifting: (caseNumber: string) => `Er verandert iets in uw zaak: ${caseNumber}`,
    answer_reminder: (caseNumber: string) => `Uw antwoord staat nog klaar: ${caseNumber}`,
    withdrawal_confirmed: (caseNumber: string) => `U hebt uw bericht ingetrokken: ${caseNumber}`,
    case_reopened: (caseNumber: string) => `Wij kijken opnieuw naar uw zaak: ${caseNumber}`,
    confirm_contact: (caseNumber: string) => `Graag uw nieuwe adres bevestigen: ${caseNumber}`,
    contact_changed: (caseNumber: string) => `Uw adres voor deze zaak is veranderd: ${caseNumber}`,
  },
  greeting: (name: string) => `Beste ${name},`,
  neutralGreeting: 'Goedendag,',
  regards: 'Met vriendelijke groet,',
  fallback: {
    before: 'Werkt de knop niet? Open',
    between: 'en plak deze code:',
  },
  yourCaseNumber: (caseNumber: string) => `Uw zaaknummer is ${caseNumber}.`,
  authorityHeading: 'Bent u niet tevreden over ons?',
  contact: {
    call: (phone: string) => `Bel ons op ${phone}.`,
    faq: 'Veel vragen en antwoorden staan op deze pagina:',
    statement: 'Hoe wij met uw gegevens omgaan, leest u hier:',
  },
  confirm: {
    lead: 'Wij kregen een verzoek met dit e-mailadres. Wilt u bevestigen dat het van u komt?',
    button: 'Bevestig uw verzoek',
    press: 'De knop opent een pagina. Druk daar op ‘Bevestigen’.',
    lives: (date: string) => `De link werkt tot en met ${date}.`,
    whenHeading: 'Wanneer krijgt u antwoord?',
    when: (date: string) => `U krijgt uiterlijk ${date} antwoord.`,
    nothingHeading: 'Wat als u niets doet?',
    nothing:
      'Het verzoek telt vanaf de dag waarop wij het kregen. Dat blijft zo als u niet bevestigt. Een medewerker bekijkt het verzoek dan toch.',
    notYouHeading: 'Hebt u niets gevraagd?',
    notYou: 'Dan heeft iemand uw e-mailadres ingevuld. U hoeft niets te doen. U mag ons wel bellen.',
  },
  acknowledgement: {
    lead: (date: string) => `Wij hebben uw bericht ontvangen. U krijgt uiterlijk ${date} antwoord.`,
    understoodHeading: 'Wat hebben wij begrepen?',
    nextHeading: 'Wat gebeurt er nu?',
    next: 'Een medewerker bekijkt uw bericht. Hebben wij een vraag aan u? Dan hoort u dat snel.',
    noIdentity: (personalNumber: string) =>
      `Stuur ons geen kopie van uw paspoort of identiteitskaart. Stuur ook geen ${personalNumber}.`,
    collectHeading: 'Hoe krijgt u ons antwoord?',
    /** By where the requester has the code from. */
    collect: {
      submission:
        'U krijgt een mail met een link zodra ons antwoord klaarstaat. U hebt dan ook uw ophaalcode nodig. Die code kreeg u toen u het verzoek verstuurde. De code staat niet in deze mail, zodat niemand anders uw antwoord opent. Hebt u geen code? Bel ons dan.',
      staff:
        'U krijgt een mail met een link zodra ons antwoord klaarstaat. U hebt dan ook een ophaalcode nodig om het antwoord te openen. Die code geven wij u per telefoon, per brief of aan de balie. De code staat nooit in een mail. Zo opent niemand anders uw antwoord. Hebt u geen code? Bel ons dan.',
    },
    changeHeading: 'Wilt u iets toevoegen, verbeteren of intrekken?',
    change: (phone: string) => `Dat kan op deze pagina. U mag ook bellen: ${phone}. Noem daarbij uw zaaknummer.`,
    button: 'Bekijk uw zaak',
  },
  answerReady: {
    lead: 'Ons antwoord op uw verzoek staat klaar.',
    button: 'Haal uw antwoord op',
    lives: (date: string) => `De link werkt tot en met ${date}.`,
    codeHeading: 'Wat hebt u nodig?',
    /** By where the requester has the code from. */
    code: {
      submission:
        'U hebt uw ophaalcode nodig. Die code kreeg u toen u het verzoek verstuurde. De code staat niet in deze mail, zodat niemand anders uw antwoord opent.',
      staff:
        'U hebt een ophaalcode nodig. Die code geven wij u per telefoon, per brief of aan de balie. De code staat nooit in een mail. Zo opent niemand anders uw antwoord. Gaven wij u meer codes? Dan werkt alleen de laatste.',
    },
    lost: (phone: string) => `Hebt u geen code? Bel ons op ${phone}.`,
  },
  promiseMissed: {
    lead: (date: string) => `Het spijt ons: wij zijn te laat met ons antwoord. U zou het uiterlijk ${date} krijgen.`,
    stillOpen: 'Uw verzoek staat nog open. Onze directie krijgt hiervan bericht.',
    aboutHeading: 'Waar gaat het over?',
    causeHeading: 'Waarom zijn wij te laat?',
    newDateHeading: 'Wanneer krijgt u nu antwoord?',
    newDate: (date: string) => `U krijgt uiterlijk ${date} antwoord.`,
    callHeading: 'Wat doen wij nu?',
    questions: (person: string, phone: string) => `Hebt u een vraag? Bel ${person} op ${phone}.`,
    call: (person: string, phone: string) =>
      `${person} belt u om uit te leggen hoe het verdergaat. Hebben wij uw nummer niet? Dan krijgt u een mail. U mag ook zelf bellen: ${phone}.`,
    courtHeading: 'Kunt u naar de rechter?',
  },
  marketingStopped: {
    lead: (date: string) => `Sinds ${date} sturen wij geen reclame meer naar dit e-mailadres.`,
    serviceHeading: 'Wat krijgt u nog wel?',
    service: 'U krijgt nog wel berichten over uw bestelling, abonnement of rekening. Dat is geen reclame.',
    returnHeading: 'Wilt u later weer reclame of nieuws?',
    return: 'Meld u dan opnieuw aan voor onze nieuwsbrief.',
    moreHeading: 'Vroeg u nog iets anders?',
    more: 'Daarop krijgt u apart antwoord.',
    notYouHeading: 'Hebt u dit niet gevraagd?',
    notYou: (phone: string) => `Bel ons dan op ${phone}.`,
  },
  /** Behind a button to the page of the case. */
  casePage: 'U vult daar uw zaaknummer en uw ophaalcode in. Geen code? Bel ons dan.',
  disagreeHeading: 'Bent u het er niet mee eens?',
  disagree: 'Laat het ons weten. Dan kijkt een andere medewerker er opnieuw naar. Dat kost u niets.',
  inquiry: {
    identityLead: 'Wij willen zeker weten dat u het bent. Zo geven wij uw gegevens nooit aan een ander.',
    clarificationLead: 'Wij willen graag weten wat u precies bedoelt.',
    reminderLead: 'Wij vroegen u eerder iets. Wij hebben nog geen antwoord van u.',
    whyHeading: 'Waarom vragen wij dit?',
    doubts,
    needHeading: 'Wat hebben wij nodig?',
    proofs,
    questionHeading: 'Wat willen wij weten?',
    everything: 'Weet u het niet precies? Schrijf dan gerust: alles.',
    button: 'Geef antwoord',
    lives: 'U kunt op deze pagina antwoorden zolang uw zaak loopt. Hoe eerder, hoe beter.',
    silentHeading: 'Wat als u niet antwoordt?',
    silentIdentity: (date: string) =>
      `Dan kunnen wij misschien niet doen wat u vroeg. Ook dan krijgt u uiterlijk ${date} een brief van ons.`,
    silentClarification: 'Dan lezen wij uw bericht zo ruim mogelijk. U krijgt dan alles wat wij vinden.',
    dateHeading: 'Wanneer krijgt u antwoord?',
    date: (date: string) => `De datum blijft hetzelfde. U krijgt uiterlijk ${date} antwoord.`,
  },
  identityCode: {
    lead: 'Wij willen zeker weten dat een verzoek van u komt. Daarom sturen wij u deze code.',
    code: 'Uw code',
    button: 'Vul de code in',
    notYouHeading: 'Hebt u niets gevraagd?',
    notYou: (phone: string) => `Geef de code dan aan niemand. Bel ons op ${phone}.`,
  },
  message: {
    lead: 'Een medewerker heeft een bericht voor u.',
    replyHeading: 'Wilt u reageren?',
    reply: 'Dat kan op de pagina van uw zaak. U mag deze mail ook beantwoorden.',
    button: 'Reageer',
  },
  extension: {
    lead: (date: string) => `Ons antwoord duurt langer. U krijgt het uiterlijk ${date}.`,
    lateLead: (date: string) => `Het spijt ons: wij zijn te laat. U krijgt ons antwoord uiterlijk ${date}.`,
    aboutHeading: 'Waarvoor hebben wij meer tijd nodig?',
    whyHeading: 'Waarom duurt het langer?',
    grounds: extensionGrounds,
    allowedHeading: 'Mag dat?',
    allowed: 'Ja. De wet geeft ons dan twee maanden extra. Wij moeten u wel op tijd zeggen waarom.',
    readyHeading: 'Wat is al klaar?',
    nothingReady: 'Er is nog niets klaar. Wij werken er wel aan.',
    otherHeading: 'Wat verandert er niet?',
    other: (date: string) => `Hierop krijgt u gewoon uiterlijk ${date} antwoord:`,
    otherLate: 'Hiermee zijn wij ook bezig. U krijgt het antwoord zo snel mogelijk:',
    button: 'Bekijk uw zaak',
  },
  retyped: {
    lead: 'Wij behandelen een deel van uw bericht anders dan u vroeg.',
    asHeading: 'Hoe zien wij uw bericht?',
    whyHeading: 'Waarom doen wij dat?',
    dateHeading: 'Wanneer krijgt u antwoord?',
    date: (date: string) => `De datum blijft hetzelfde. U krijgt uiterlijk ${date} antwoord.`,
    button: 'Reageer',
  },
  restrictionLifting: {
    lead: 'Wij gaan uw gegevens weer gebruiken. U hoort dat voordat het gebeurt.',
    aboutHeading: 'Waar ging het over?',
    whatHeading: 'Wat verandert er?',
    what: 'Een deel van uw gegevens stond stil. Na deze mail gebruiken wij ze weer.',
    button: 'Reageer',
  },
  answerReminder: {
    lead: 'Ons antwoord staat nog voor u klaar. U hebt het nog niet opgehaald.',
  },
  withdrawal: {
    lead: 'U hebt ingetrokken wat u ons vroeg. Wij doen er niets meer mee.',
    whatHeading: 'Wat hebt u ingetrokken?',
    openHeading: 'Wat loopt nog door?',
    againHeading: 'Wilt u het later toch?',
    again: 'Dan vraagt u het ons opnieuw. Dat kost u niets.',
    notYouHeading: 'Hebt u dit niet gedaan?',
    notYou: (phone: string) => `Bel ons dan meteen op ${phone}.`,
  },
  reopened: {
    lead: 'Wij kijken opnieuw naar uw zaak.',
    aboutHeading: 'Waar kijken wij naar?',
    whenHeading: 'Wanneer krijgt u antwoord?',
    when: 'Wij zijn er meteen mee bezig. De datum die wij u gaven, verandert niet.',
    button: 'Bekijk uw zaak',
  },
  confirmContact: {
    lead: 'Iemand wil dit e-mailadres gebruiken voor een zaak bij ons. Klopt dat?',
    button: 'Bevestig dit adres',
    press: 'De knop opent een pagina. Druk daar op ‘Bevestigen’.',
    lives: (date: string) => `De link werkt tot en met ${date}.`,
    nothing: 'Doet u niets? Dan sturen wij u verder geen berichten over deze zaak.',
    notYouHeading: 'Hebt u niets gevraagd?',
    notYou: 'Dan heeft iemand uw e-mailadres ingevuld. U hoeft niets te doen.',
  },
  contactChanged: {
    lead: (date: string) => `Op ${date} is het e-mailadres voor deze zaak veranderd.`,
    what: 'Wij sturen berichten over deze zaak nu naar een ander adres.',
    notYouHeading: 'Hebt u dit niet gedaan?',
    notYou: (phone: string) => `Bel ons dan meteen op ${phone}.`,
  },
};
