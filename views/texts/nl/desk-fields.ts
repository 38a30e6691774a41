/** One field of a form: its label and, where needed, how to fill it in. */
export interface FieldText {
  readonly label: string;
  readonly hint?: string;
  /** What stands for no choice. */
  readonly empty?: string;
}

/** The forms of staff share their words, but where two forms mean different things by one field. */
export type FieldTextKey =
  | 'dismissal_ground'
  | 'outcome'
  | 'answer_text'
  | 'personal_data'
  | 'identity_method'
  | 'ground'
  | 'scope'
  | 'facts'
  | 'kept_category'
  | 'kept_until'
  | 'approval'
  | 'approval_note'
  | 'colleague'
  | 'doubt'
  | 'level'
  | 'identity_question'
  | 'known_address'
  | 'clarification'
  | 'message'
  | 'extension_ground'
  | 'extension_facts'
  | 'extension_until'
  | 'delay_cause'
  | 'delay_until'
  | 'new_type'
  | 'retyping_reason'
  | 'added_type'
  | 'recipient_text'
  | 'department'
  | 'search_text'
  | 'search_until'
  | 'reminder_date'
  | 'code_channel'
  | 'letter_until'
  | 'letter_text'
  | 'task_end'
  | 'task_reason'
  | 'excluded'
  | 'other_case'
  | 'what_happened'
  | 'reopen_reason';

/** Labels and hints of the fields. */
export const deskFields: Record<FieldTextKey, FieldText> = {
  dismissal_ground: { label: 'Waarom is dit geen verzoek?', empty: 'Kies een reden' },
  outcome: { label: 'Wat is de uitkomst?', empty: 'Kies een uitkomst' },
  answer_text: {
    label: 'Uw antwoord aan de verzoeker',
    hint: 'Wijst u af? Schrijf dan eerst wat wij wel doen. Vul in wat tussen vierkante haken staat.',
  },
  personal_data: {
    label: 'In dit antwoord staan persoonsgegevens',
    hint: 'Een tweede persoon kijkt mee voordat het antwoord klaarstaat.',
  },
  identity_method: { label: 'Hoe weet u wie de verzoeker is?', empty: 'Kies hoe' },
  ground: { label: 'Op welke grond?', empty: 'Kies een grond' },
  scope: { label: 'Wat wijst u precies af?' },
  facts: {
    label: 'Welke feiten van deze zaak horen daarbij?',
    hint: 'De verzoeker leest dit. Gebruik gewone woorden.',
  },
  kept_category: { label: 'Soort gegevens', empty: 'Kies een soort' },
  kept_until: { label: 'Bewaren tot' },
  approval: { label: 'Wat besluit u?', empty: 'Kies' },
  approval_note: { label: 'Waarom stuurt u het terug?', hint: 'Alleen nodig als u het terugstuurt.' },
  colleague: { label: 'Aan wie?', empty: 'Kies een collega' },
  doubt: { label: 'Waarom twijfelt u?', empty: 'Kies een reden' },
  level: { label: 'Hoe zeker moet u het weten?', empty: 'Kies' },
  identity_question: { label: 'Wat wilt u er nog bij zeggen?' },
  known_address: {
    label: 'E-mailadres dat al bij ons stond',
    hint: 'Zoek het op in het klantsysteem. Neem nooit het adres uit het verzoek.',
  },
  clarification: { label: 'Uw vraag aan de verzoeker', hint: 'Schrijf er ook bij dat “alles” een goed antwoord is.' },
  message: { label: 'Uw bericht' },
  extension_ground: { label: 'Waarom is er meer tijd nodig?', empty: 'Kies een reden' },
  extension_facts: { label: 'Welke feiten horen daarbij?', hint: 'De verzoeker leest dit in de brief.' },
  extension_until: { label: 'Nieuwe uiterste datum', hint: 'Hoogstens drie maanden na ontvangst.' },
  delay_cause: { label: 'Waarom komt het antwoord later?', hint: 'Schrijf één zin, in gewone woorden.' },
  delay_until: { label: 'Wanneer is het antwoord er wel?' },
  new_type: { label: 'Wat is het?', empty: 'Kies een soort' },
  retyping_reason: {
    label: 'Waarom verandert u het soort?',
    hint: 'Krijgt de verzoeker een brief? Dan staat dit erin.',
  },
  added_type: { label: 'Wat vroeg de persoon ook?', empty: 'Kies een soort' },
  recipient_text: {
    label: 'Wat moet de ontvanger doen, en voor wie?',
    hint: 'De ontvanger leest dit op een pagina achter de link, niet in de mail. Noem niet meer dan nodig is.',
  },
  department: { label: 'Welke afdeling?', empty: 'Kies een afdeling' },
  search_text: {
    label: 'Wat moet de afdeling zoeken, en voor wie?',
    hint: 'De afdeling leest dit op een pagina achter de link, niet in de mail.',
  },
  search_until: { label: 'Uiterlijk op' },
  reminder_date: { label: 'Op welke dag?' },
  code_channel: {
    label: 'Hoe geeft u de code door?',
    hint: 'Zoek nummer of adres op in het klantsysteem. Neem ze nooit uit het verzoek.',
    empty: 'Kies hoe',
  },
  letter_until: { label: 'Wanneer moet ons antwoord er zijn?' },
  letter_text: { label: 'Waar gaat de brief over?' },
  task_end: { label: 'Hoe is de taak afgelopen?', empty: 'Kies' },
  task_reason: {
    label: 'Waarom?',
    hint: 'Nodig bij mislukt, onmogelijk, onevenredig veel moeite en niet meer nodig.',
  },
  excluded: { label: 'Welke collega?', empty: 'Kies een collega' },
  other_case: { label: 'Zaaknummer van de andere zaak' },
  what_happened: { label: 'Wat is er gebeurd?', hint: 'Wat ging naar wie, en wanneer? Noem geen gegevens.' },
  reopen_reason: { label: 'Wat is er niet compleet?' },
};
