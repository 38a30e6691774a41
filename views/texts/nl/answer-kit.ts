import type { ContentItem } from '../../../domain/answers/required-contents.ts';
import type { RecipientCategory } from '../../../domain/organisation/recipients.ts';

/** The checklist of what an answer must contain; staff read it beside the draft. */
const contents: Record<ContentItem, string> = {
  confirmation: 'Staat er of wij gegevens van deze persoon hebben?',
  copy: 'Zit er een kopie van de gegevens bij, met uitleg van codes en afkortingen?',
  purposes: 'Staan de doelen erin?',
  categories: 'Staan de soorten gegevens erin?',
  traffic_data: 'Zitten verkeersgegevens en locatiegegevens erbij?',
  recipients_named: 'Staan de ontvangers er met naam in?',
  retention: 'Staat erin hoe lang wij de gegevens bewaren?',
  rights: 'Staan de andere rechten erin?',
  source: 'Staat erin van wie de gegevens komen?',
  automated_decisions: 'Staat erin of een computer beslist, en hoe?',
  transfers: 'Staat erin of gegevens buiten Europa komen, en hoe ze dan beschermd zijn?',
  others_redacted: 'Zijn de gegevens van andere mensen weggelaten?',
  what_changed: 'Staat erin wat er veranderd is?',
  when_changed: 'Staat erin wanneer dat gebeurde?',
  old_contact_told: 'Is het oude adres of nummer ingelicht, en staat dat erin?',
  erased_per_category: 'Staat per soort gegevens erin wat verwijderd is?',
  kept_with_ground_and_end: 'Staat bij wat wij bewaren waarom, en tot wanneer?',
  suppression_kept: 'Staat erin dat wij het adres bewaren om geen reclame te sturen?',
  backups: 'Staat erin wanneer de gegevens uit de reservekopieën zijn?',
  json_and_csv: 'Zijn er bestanden in JSON en in CSV, en geen ander soort bestand?',
  schema: 'Zit er een beschrijving van de velden bij?',
  provided_only: 'Gaat het alleen om wat de persoon zelf gaf of zelf maakte?',
  contract_goes_on: 'Staat erin dat het contract doorloopt en niets verwijderd wordt?',
  number_porting: 'Staat erin dat een telefoonnummer meenemen iets anders is?',
  what_is_frozen: 'Staat erin welke gegevens stilstaan, en sinds wanneer?',
  told_before_lifting: 'Staat erin dat de persoon bericht krijgt voordat dit ophoudt?',
  weighing: 'Staat erin hoe de belangen zijn afgewogen?',
  stop_date: 'Staat erin wanneer wij stoppen?',
  frozen_meanwhile: 'Staat erin dat de gegevens intussen stilstonden?',
  stopped_on: 'Staat erin sinds wanneer wij gestopt zijn?',
  topics_and_channels: 'Staat erin waarmee wij stopten: welke berichten en welk adres of nummer?',
  service_messages_continue: 'Staat erin dat berichten over bestelling en rekening doorgaan?',
  earlier_use_lawful: 'Staat erin dat het gebruik van vóór de intrekking mocht?',
  how_to_return: 'Staat erin hoe de persoon zich weer kan aanmelden?',
  human_review: 'Staat erin dat een mens keek, en wat de uitkomst is?',
  own_view_heard: 'Staat erin wat de persoon er zelf van vond, en wat u daarmee deed?',
  main_reasons: 'Staan de belangrijkste redenen erin?',
  how_to_contest: 'Staat erin hoe de persoon dit nog kan aanvechten?',
  answer_first: 'Begint de brief met het antwoord?',
  statement_link: 'Staat de link naar de privacyverklaring erin, met het onderdeel?',
  complaint_in_own_words: 'Staat de klacht erin, in de woorden van de persoon?',
  finding_per_point: 'Staat er per punt een oordeel?',
  sorry_if_wrong: 'Staat er een excuus bij wat wij fout deden?',
  measure_and_date: 'Staat erin wat wij doen, en wanneer?',
  marketing_authority: 'Gaat het over reclame: staat de toezichthouder daarvoor erin?',
  recipients_told: 'Staat erin wie wij hebben ingelicht?',
  authority: 'Staat erin hoe de persoon naar de toezichthouder kan?',
  court: 'Staat erin hoe de persoon naar de rechter kan?',
};

const recipientCategories: Record<RecipientCategory, string> = {
  delivery: 'bezorging',
  repair: 'reparatie',
  payment: 'betalen',
  collection: 'incasso',
  bailiff: 'deurwaarder',
  it: 'IT-diensten',
  telecom: 'telecomdiensten',
  credit_check: 'kredietonderzoek',
  public_authority: 'overheid',
};

/** What helps staff to write an answer. */
export const answerKit = {
  contents,
  recipientCategories,
  /** Said on the day of receipt, while the data are still there. */
  expiring: (data: string, from: string, promised: string, lostBefore: string) =>
    `Stel vandaag veilig: ${data}. Vanaf ${from} verdwijnt er elke dag een deel. Op ${promised} is alles van vóór ${lostBefore} weg.`,
  redact: 'Laat de gegevens van andere mensen weg.',
};
