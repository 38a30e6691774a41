import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { openGaps } from '../../domain/answers/open-gaps.ts';
import { type ContentItem, REQUIRED_CONTENTS } from '../../domain/answers/required-contents.ts';
import { REQUEST_TYPE_RULES, type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { draftAnswer } from '../../views/letters/draft-answer.ts';
import type { DraftFacts } from '../../views/letters/draft-context.ts';
import { expiringLines } from '../../views/letters/expiring-lines.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

const FACTS: DraftFacts = {
  caseNumber: 'P-7K3Q9-M2XCD',
  requesterName: 'Jan Jansen',
  receivedDate: Temporal.PlainDate.from('2026-06-09'),
  today: Temporal.PlainDate.from('2026-07-01'),
};
const TYPES = requestTypeSchema.options;
const LANGUAGES: readonly Language[] = ['nl', 'en'];
const EVERY_DRAFT = TYPES.flatMap((type) => LANGUAGES.map((language) => [type, language] as const));
const CONFIDENTIAL = ctTelecom.recipients.filter(({ confidential }) => confidential);

const draft = (type: RequestType, language: Language, facts: Partial<DraftFacts> = {}, profile = ctTelecom) =>
  draftAnswer(profile, type, language, { ...FACTS, ...facts });

/** By which words each mandatory item is known in a draft. */
const SIGNS: Readonly<Record<ContentItem, Readonly<Record<Language, RegExp>>>> = {
  confirmation: { nl: /wij hebben gegevens van u/, en: /we hold data about you/ },
  copy: { nl: /een kopie/, en: /A copy/ },
  purposes: { nl: /Waarvoor gebruiken wij/, en: /What do we use your data for/ },
  categories: { nl: /bestelgegevens/, en: /order data/ },
  traffic_data: { nl: /verkeersgegevens/, en: /traffic data/ },
  recipients_named: { nl: /Voorbeeldpost Bezorging/, en: /Voorbeeldpost Bezorging/ },
  retention: { nl: /Zeven jaar/, en: /Seven years/ },
  rights: { nl: /U mag uw gegevens bekijken/, en: /You may see, correct/ },
  source: { nl: /Hoe komen wij aan uw gegevens/, en: /Where do your data come from/ },
  automated_decisions: { nl: /een computer besluiten/, en: /a computer make decisions/ },
  transfers: { nl: /buiten Europa/, en: /outside Europe/ },
  others_redacted: { nl: /andere mensen hebben wij weggelaten/, en: /left out data about other people/ },
  what_changed: { nl: /Wat is er veranderd/, en: /What has changed/ },
  when_changed: { nl: /veranderd op \[weekdag en datum\]/, en: /changed on \[weekday and date\]/ },
  old_contact_told: { nl: /oude adres of nummer/, en: /old address or number/ },
  erased_per_category: { nl: /kredietgegevens: \[verwijderd op/, en: /credit data: \[erased on/ },
  kept_with_ground_and_end: { nl: /bewaard, omdat …, tot en met/, en: /kept, because …, until/ },
  suppression_kept: { nl: /op een lijst/, en: /on a list/ },
  backups: { nl: /reservekopieën.*\n.*tot en met \[weekdag en datum\]/s, en: /backups.*until \[weekday and date\]/s },
  json_and_csv: { nl: /JSON en als CSV/, en: /JSON and as CSV/ },
  schema: { nl: /beschrijving bij van elk veld/, en: /description of every field/ },
  provided_only: { nl: /U gaf ons deze gegevens/, en: /You gave us these data/ },
  contract_goes_on: { nl: /contract loopt door/, en: /contract goes on/ },
  number_porting: {
    nl: /telefoonnummer meenemen\?\n\nDat is iets anders/,
    en: /phone number\?\n\nThat is another thing/,
  },
  what_is_frozen: { nl: /Wat staat er stil/, en: /What stands still/ },
  told_before_lifting: { nl: /U krijgt eerst bericht/, en: /We tell you first/ },
  weighing: { nl: /wat zwaarder woog/, en: /which weighed more/ },
  stop_date: { nl: /stoppen.*vanaf \[weekdag en datum\]/, en: /stop.*from \[weekday and date\]/ },
  frozen_meanwhile: { nl: /gebruikten ze hiervoor niet/, en: /did not use them for this/ },
  stopped_on: { nl: /sinds \[weekdag en datum\]/i, en: /since \[weekday and date\]/i },
  topics_and_channels: { nl: /adres of nummer/, en: /address or number/ },
  service_messages_continue: { nl: /Wat krijgt u nog wel/, en: /What will you still get/ },
  earlier_use_lawful: { nl: /mocht\./, en: /was allowed/ },
  how_to_return: { nl: /opnieuw aan voor onze nieuwsbrief/, en: /sign up for our newsletter again/ },
  human_review: { nl: /medewerker heeft opnieuw/, en: /has looked at the decision again/ },
  own_view_heard: { nl: /Wat vond u er zelf van/, en: /What did you think/ },
  main_reasons: { nl: /belangrijkste redenen/, en: /main reasons/ },
  how_to_contest: { nl: /niet mee eens/, en: /Do you not agree/ },
  answer_first: {
    nl: /^Beste Jan Jansen,\n\n\[Begin met het antwoord/,
    en: /^Dear Jan Jansen,\n\n\[Begin with the answer/,
  },
  statement_link: {
    nl: /https:\/\/www\.cttelecom\.nl\/privacyverklaring/,
    en: /https:\/\/www\.cttelecom\.nl\/privacy/,
  },
  complaint_in_own_words: { nl: /in de woorden van de persoon/, en: /in the words of the person/ },
  finding_per_point: { nl: /\[Punt 1\].*\n.*\[Punt 2\]/, en: /\[Point 1\].*\n.*\[Point 2\]/ },
  sorry_if_wrong: { nl: /het spijt ons/, en: /we are sorry/ },
  measure_and_date: { nl: /uiterlijk \[weekdag en datum\]/, en: /by \[weekday and date\]/ },
  marketing_authority: { nl: /Autoriteit Consument & Markt/, en: /Autoriteit Consument & Markt/ },
  recipients_told: { nl: /Wie hebben wij ingelicht/, en: /Whom did we tell/ },
  authority: { nl: /Autoriteit Persoonsgegevens.*Postbus 93374/s, en: /Autoriteit Persoonsgegevens.*Postbus 93374/s },
  court: { nl: /zes weken.*geen advocaat/, en: /six weeks.*not need a lawyer/ },
};

describe('every draft', () => {
  it.each(EVERY_DRAFT)('of %s in %s holds what its answer must contain', (type, language) => {
    const text = draft(type, language);
    expect(REQUIRED_CONTENTS[type].filter((item) => !SIGNS[item][language].test(text))).toEqual([]);
  });

  it.each(EVERY_DRAFT)('of %s in %s says when the request came in', (type, language) => {
    expect(draft(type, language)).toContain(language === 'nl' ? 'dinsdag 9 juni 2026' : 'Tuesday 9 June 2026');
  });

  it.each(EVERY_DRAFT)('of %s in %s leaves gaps for the handler', (type, language) => {
    expect(openGaps(draft(type, language))).not.toEqual([]);
  });

  it.each(EVERY_DRAFT)('of %s in %s names no confidential recipient', (type, language) => {
    const told = ctTelecom.recipients.map(({ recipientId }) => recipientId);
    const text = draft(type, language, { recipientsTold: told });
    expect(CONFIDENTIAL.length).toBeGreaterThan(0);
    expect(CONFIDENTIAL.filter(({ name, contactEmail }) => text.includes(name) || text.includes(contactEmail))).toEqual(
      [],
    );
  });

  it.each(TYPES)('of %s is plain Dutch: short sentences, "u", laws only in the last block', (type) => {
    const text = draft(type, 'nl');
    const sentences = text.split(/\n+|(?<=[.?!:])\s+/).filter((sentence) => sentence.split(/\s+/).length > 15);
    expect(sentences.filter((sentence) => !sentence.startsWith('- '))).toEqual([]);
    expect(text).not.toMatch(/\b(je|jij|jouw|AVG)\b/);
    expect(text.split('De regels')[0]).not.toMatch(/artikel \d/);
  });

  it.each(TYPES)('of %s tells of the court only where something can be denied', (type) => {
    const { isRight, carriedOutAtOnce } = REQUEST_TYPE_RULES[type];
    expect(draft(type, 'nl').includes('verzoekschrift')).toBe(isRight && !carriedOutAtOnce);
  });

  it('repeats no name that looks like a link', () => {
    expect(draft('access', 'nl', { requesterName: 'win.example.com' })).not.toContain('win.example.com');
  });
});

const withRecipients = (change: (recipient: OrganisationProfile['recipients'][number]) => object) => ({
  ...ctTelecom,
  recipients: ctTelecom.recipients.map((recipient) => ({ ...recipient, ...change(recipient) })),
});

describe('the draft of an access answer', () => {
  it('names every recipient that may be named', () => {
    const text = draft('access', 'en');
    const open = ctTelecom.recipients.filter(({ confidential }) => !confidential);
    expect(open.filter(({ name }) => !text.includes(name))).toEqual([]);
  });

  it('names a former recipient with the day it stopped, and a future one not', () => {
    const profile = withRecipients(({ recipientId }) => ({
      ...(recipientId === 'voorbeeldpost' ? { activeTo: '2025-12-31' } : {}),
      ...(recipientId === 'voorbeeld-betalen' ? { activeFrom: '2026-07-02' } : {}),
    }));
    const text = draft('access', 'nl', {}, profile);
    expect(text).toMatch(/Voorbeeldpost Bezorging.*Dit stopte op woensdag 31 december 2025/);
    expect(text).not.toContain('Voorbeeld Betalen');
  });

  it('tells how data are protected in a country outside Europe', () => {
    const safeguard = { nl: 'modelcontract', en: 'standard contract' };
    const profile = withRecipients(({ recipientId }) =>
      recipientId === 'example-cloud' ? { country: 'US', transferSafeguard: safeguard } : {},
    );
    expect(draft('access', 'en', {}, profile)).toContain('Example Cloud Hosting Ltd, United States: standard contract');
  });

  it('tells the purposes, their bases and how long data are kept', () => {
    const text = draft('access', 'en');
    const lines = ctTelecom.processing.filter(({ purpose, retention }) =>
      text.split('\n').some((line) => line.includes(purpose.en) && line.includes(retention.en)),
    );
    expect(lines).toEqual(ctTelecom.processing);
  });
});

describe('the draft of a portability answer', () => {
  it.each(LANGUAGES)('never says PDF in %s', (language) => {
    expect(draft('portability', language)).not.toMatch(/pdf/i);
  });

  it('holds what the person gave or made under contract or consent, nothing that came from elsewhere', () => {
    const text = draft('portability', 'en');
    expect(text).toContain('traffic data');
    expect(text).toContain('subscriptions to newsletter');
    expect(text).not.toMatch(/credit data|job application/);
  });
});

describe('drafts use what the case knows', () => {
  const date = Temporal.PlainDate.from('2026-06-10');

  it.each(['marketing_objection', 'consent_withdrawal'] as const)('the day on which %s was carried out', (type) => {
    expect(draft(type, 'nl', { carriedOutDate: date })).toContain('woensdag 10 juni 2026');
  });

  it.each(['restriction', 'objection'] as const)('since when data stand still for %s', (type) => {
    expect(draft(type, 'en', { frozenSince: date })).toContain('Wednesday 10 June 2026');
  });

  it.each(['rectification', 'erasure', 'restriction'] as const)('which recipients were told of %s', (type) => {
    const text = draft(type, 'nl', { recipientsTold: ['voorbeeldpost', 'voorbeeldnet'] });
    expect(text).toContain('- Voorbeeldpost Bezorging B.V.\n- Voorbeeldnet Telecom B.V.');
    expect(text).not.toContain('Voorbeeld Incasso');
  });

  it('that nobody had to be told, also when the only one is confidential', () => {
    const [hidden] = CONFIDENTIAL;
    const nobody = draft('erasure', 'nl', { recipientsTold: [] });
    expect(nobody).toContain('Wij hoefden dit aan niemand door te geven.');
    expect(draft('erasure', 'nl', { recipientsTold: [hidden?.recipientId ?? ''] })).toBe(nobody);
  });

  it.each(LANGUAGES)('that nothing is held about the person, in %s', (language) => {
    const text = draft('access', language, { nothingHeld: true });
    expect(text).toContain(textsOf(language).drafts.nothingHeld.lead);
    expect(text).toMatch(SIGNS.authority[language]);
    expect(text).toMatch(SIGNS.court[language]);
    expect(text).not.toContain('Voorbeeldpost');
  });

  it.each(['marketing_objection', 'consent_withdrawal', 'question'] as const)(
    'but nothing held is no answer to %s',
    (type) => {
      expect(draft(type, 'nl', { nothingHeld: true })).toBe(draft(type, 'nl'));
    },
  );
});

it('staff are told on the first day which data will be gone', () => {
  const context = { organisation: ctTelecom, language: 'nl', texts: textsOf('nl') } as const;
  const lines = expiringLines(context, FACTS.receivedDate, Temporal.PlainDate.from('2026-07-07'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/locatiegegevens.*woensdag 10 juni 2026.*dinsdag 7 juli 2026.*vóór woensdag 10 juni 2026/);
  expect(lines[1]).toMatch(/verkeersgegevens.*vóór donderdag 8 januari 2026/);
});
