import type { AbsenceRefusedError, Rule } from '../../../domain/errors.ts';

/** Why a rule does not allow what was filled in. `until` is the last day it was possible, in words. */
const rules: Record<Rule, string> = {
  outcome_not_possible: 'Zo kan dit niet eindigen. Kies iets anders.',
  type_required: 'Kies wat er gevraagd wordt.',
  text_required: 'Schrijf eerst de tekst.',
  ground_required: 'Kies eerst een grond. Zonder grond mag u niet afwijzen.',
  ground_not_valid: 'Deze grond geldt niet voor dit soort verzoek. Kies een andere.',
  ground_partial_only: 'Met deze grond laat u iets weg. U mag er niet het hele verzoek mee afwijzen.',
  scope_required: 'Schrijf wat u precies afwijst.',
  facts_required: 'Schrijf de feiten van deze zaak. De verzoeker moet lezen waarom.',
  kept_required:
    'Bij deze grond hoort wat u bewaart, met een einddatum in de toekomst. Bij andere gronden bewaart u niets.',
  contents_missing: 'Vink elk punt van de lijst aan, of schrijf waarom het niet nodig is.',
  gaps_open: 'Er staat nog iets tussen vierkante haken. Vul dat in of haal het weg.',
  identity_needed: 'Wij weten nog niet zeker genoeg wie dit is. Leg eerst vast hoe u dat weet, of vraag het.',
  identity_not_asked: 'Dit mag alleen als u eerst hebt gevraagd wie het is, en geen antwoord kreeg.',
  identity_enough: 'Wij weten al zeker genoeg wie dit is. Meer vragen mag niet.',
  identity_more_than_needed: 'Dit is meer zekerheid dan dit verzoek nodig heeft. Dat mag u niet vragen.',
  identity_method_not_yours: 'Deze manier mag u niet vastleggen. Vraag het de privacy officer.',
  identity_address_not_confirmed: 'De verzoeker heeft dit adres nog niet bevestigd. Kies een andere manier.',
  identity_address_from_request: 'Dit adres kennen wij alleen uit het verzoek. Gebruik een adres dat al bij ons stond.',
  identity_code_wrong: 'Deze code klopt niet.',
  doubt_required: 'Kies waarom u twijfelt. Zonder twijfel mag u niet vragen wie iemand is.',
  mandate_needed: 'Iemand vraagt dit voor een ander. Bekijk eerst de machtiging en leg dat vast.',
  access_first: 'Beantwoord eerst het verzoek om inzage. Daarna mag u verwijderen.',
  second_person: 'Iemand anders moet dit goedkeuren. Dat kan niet wie het voorstelde.',
  not_approver: 'U mag dit niet goedkeuren. Dat doet iemand met een andere rol.',
  not_extendable:
    'Er is geen onderdeel dat u kunt verlengen. Vragen, klachten en stoppen met reclame hebben geen verlenging.',
  extended_before: 'De termijn is al een keer verlengd. Nog een keer mag niet.',
  extension_too_late: 'De eerste maand is voorbij. Verlengen kan niet meer.',
  extension_officer_only: 'De beloofde datum is voorbij. Alleen de privacy officer kan nog verlengen.',
  extension_date: 'Kies een dag na de beloofde datum, en uiterlijk drie maanden na ontvangst.',
  already_waiting: 'Hiervoor wacht al een voorstel op goedkeuring.',
  same_type: 'Het onderdeel is al van dit soort.',
  not_retypable: 'Dit onderdeel is al uitgevoerd of beantwoord. U kunt het niet meer van soort veranderen.',
  too_many_parts: 'Deze zaak heeft al twintig onderdelen. Er past er geen bij.',
  colleague_not_possible: 'Deze collega kan dit niet doen: afwezig, uitgesloten of zonder de juiste rol.',
  recipients_required: 'Kies ten minste één ontvanger.',
  recipient_not_possible: 'Deze ontvanger staat niet in het register, of kreeg dit bericht al.',
  nobody_to_tell: 'Bij dit onderdeel hoeft u niemand in te lichten.',
  not_restricted: 'Hier staat niets stil. Er is niets om op te heffen.',
  department_required: 'Kies een afdeling.',
  date_required: 'Kies een dag in de toekomst.',
  reason_required: 'Schrijf eerst de reden.',
  case_not_possible: 'Zoals de zaak nu is, kan dit niet. Kijk de zaak na.',
  no_address: 'Er is geen e-mailadres. Stuur een brief.',
  only_the_requester: 'Dit kan alleen de verzoeker zelf.',
  received_in_future: 'Dit moment ligt in de toekomst.',
  file_missing: 'Dit bestand is er niet (meer). Kies het opnieuw.',
  file_type:
    'Dit soort bestand kan niet mee. Kies een PDF, PNG, JPEG, ZIP, JSON, CSV of tekst (UTF-8). Maak van Word of Excel eerst een PDF of CSV.',
  file_not_portable: 'Bij overdracht mag alleen JSON dat klopt, of CSV met een kopregel. Een PDF mag niet.',
  file_name: 'Deze naam kan niet. Kies een korte naam met gewone tekens.',
  files_too_many: 'Er zijn al te veel bestanden. Haal er eerst een weg.',
  files_attached: 'Bij dit onderdeel zitten bestanden. Haal ze weg als u niets over deze persoon hebt.',
  contact_required: 'Vul een e-mailadres, telefoonnummer of postadres in.',
};

/** What kept a form from being read, before any rule. */
const form = {
  field_required: 'Vul dit nog in.',
  field_invalid: 'Dit kunnen wij niet bewaren. Het is te lang, klopt niet of bevat onleesbare tekens.',
};

const absence: Record<AbsenceRefusedError['code'], string> = {
  not_allowed: 'U mag de afwezigheid van deze collega niet invullen.',
  unknown_person: 'Kies een collega.',
  ends_before_it_begins: 'De laatste dag ligt vóór de eerste.',
  longer_than_a_year: 'Een afwezigheid duurt hoogstens een jaar.',
  already_over: 'Deze dagen zijn al voorbij.',
};

/** Why something was not done. */
export const deskRules = {
  rules,
  form,
  absence,
  /** Behind the reason, where a date decides. */
  possibleUntil: {
    extension: (date: string) => `Verlengen kon tot en met ${date}.`,
    extension_date: (date: string) => `De laatste dag die u kunt kiezen, is ${date}.`,
    other: (date: string) => `Dit kon tot en met ${date}.`,
  },
};
