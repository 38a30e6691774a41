import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { CASE_NUMBER, date, linkTo, received } from './sample-case.ts';

const TOKEN = 'k1.Jm9v2Xw7TqLr0ZcYb4Ns8UeGk1HdPfAo3RtViWxMyQz.nieuwsbrief.Tq7LrZ0cYb4Ns8UeGk1HdP';

/** One mail about consents of each kind, with all topics of an organisation, and one to customer service. */
export function sampleConsentMails(organisation: OrganisationProfile, language: Language): readonly MailModel[] {
  const { topics, notice } = organisation.consents;
  const givenAt = Temporal.Instant.from('2026-06-09T12:41:00Z');
  const withdrawn = {
    template: 'consent_withdrawn',
    stoppedOn: date('2026-06-10'),
    signUpUrl: `https://desk.example.nl/newsletter?language=${language}`,
  } as const;
  return [
    {
      template: 'confirm_consent',
      requestedAt: received,
      topics: topics.map(({ name, description }) => ({ name: name[language], description: description[language] })),
      confirmUrl: linkTo('/newsletter/confirm'),
      confirmUntil: received.add({ hours: 72 }),
    },
    {
      template: 'consent_receipt',
      topics: topics.flatMap(({ name, wordings }) =>
        wordings
          .slice(-1)
          .map(({ text, version }) => ({ name: name[language], text: text[language], version, givenAt })),
      ),
      preferencesUrl: `https://desk.example.nl/unsubscribe/${TOKEN}?language=${language}`,
      noticeUrl: notice.url,
    },
    { ...withdrawn, topics: topics.slice(0, 1).map(({ name }) => name[language]) },
    { ...withdrawn, topics: [] },
    { template: 'to_customer_service', caseNumber: CASE_NUMBER, receivedAt: received },
  ];
}
