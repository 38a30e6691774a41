import { type ConsentRecord, givingEvent } from '../consents/consent-record.ts';
import { wordsAgreedTo } from '../consents/consent-words.ts';
import { contactsOf } from '../consents/contact.ts';
import { EVERY_TOPIC, isUnwanted } from '../consents/suppression.ts';
import { unsubscribeToken } from '../consents/unsubscribe-token.ts';
import { CONFIRM_HOURS } from '../consents/use-cases/sign-up.ts';
import { findTopic } from '../consents/wording.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import { parseInstant } from '../instants.ts';
import type { Language } from '../languages.ts';
import type { BuiltMail, MailContext } from './built-mail.ts';
import { linkMaker } from './link-maker.ts';
import { linkToPage, unsubscribeMailto, unsubscribeUrl } from './links.ts';
import type { ConsentedTopic } from './mail-model.ts';
import type { MailOrder } from './outbox-row.ts';

type OrderOf<Template extends MailOrder['template']> = Extract<MailOrder, { template: Template }>;
export type ConsentOrder = OrderOf<'confirm_consent' | 'consent_receipt' | 'consent_withdrawn'>;

const THIRTY_DAYS = 30 * 86_400;

/** A mail about consents; undefined once there is nothing to say any more, or no address to say it to. */
export async function consentMail(context: MailContext, order: ConsentOrder): Promise<BuiltMail | undefined> {
  switch (order.template) {
    case 'confirm_consent':
      return confirmMail(context, order);
    case 'consent_receipt':
      return receiptMail(context, order);
    case 'consent_withdrawn':
      return withdrawnMail(context, order);
  }
}

/** Until the sign-up is confirmed or purged. Whoever asked not to be written to gets one in thirty days. */
async function confirmMail(context: MailContext, order: OrderOf<'confirm_consent'>): Promise<BuiltMail | undefined> {
  const { consents, keys, organisation } = context;
  const signUp = await consents.findSignUp(order.signUpId);
  if (signUp === undefined) return undefined;
  const suppressions = await consents.listSuppressions(contactsOf(keys, signUp.email));
  const unwanted = signUp.topics.some(({ topic }) => isUnwanted(suppressions, topic));
  const links = linkMaker(context, signUp.language);
  const requestedAt = parseInstant(signUp.requestedAt);
  // From the sign-up, so that a mail sent again keeps the date of the first.
  const confirmUntil = requestedAt.add({ hours: CONFIRM_HOURS });
  const grant = { action: 'confirm_consent', signUpId: signUp.signUpId } as const;
  const confirmUrl = links.make('newsletter/confirm', grant, confirmUntil);
  return {
    to: signUp.email,
    language: signUp.language,
    model: {
      template: order.template,
      requestedAt,
      topics: signUp.topics.flatMap(({ topic }) => {
        const known = findTopic(organisation, topic);
        const { language } = signUp;
        return known === undefined ? [] : [{ name: known.name[language], description: known.description[language] }];
      }),
      confirmUrl,
      confirmUntil,
    },
    tokens: links.tokens,
    rehearsal: signUp.rehearsal,
    unconfirmedContact: signUp.contact.mac,
    ...(unwanted && { coolDown: { subject: `sign-up-${signUp.contact.mac}`, seconds: THIRTY_DAYS } }),
  };
}

async function receiptMail(context: MailContext, order: OrderOf<'consent_receipt'>): Promise<BuiltMail | undefined> {
  const { consents, keys, organisation, publicUrl, inboundMailDomain } = context;
  const address = (await consents.findSubscriber(order.contact))?.address ?? null;
  if (address === null) return undefined;
  const records = (await consents.listRecords(order.contact)).filter(({ topic }) => order.topics.includes(topic));
  const topics = records.flatMap((record) => consentedTopic(context, record, address.language));
  const [first] = records;
  // Stopped again before it left: then the word that it has stopped is all there is to say.
  if (topics.length === 0 || first === undefined) return undefined;
  const token = unsubscribeToken(keys, {
    contact: order.contact,
    topic: records.length === 1 ? first.topic : EVERY_TOPIC,
  });
  const url = unsubscribeUrl(publicUrl, token);
  return {
    to: address.email,
    language: address.language,
    model: {
      template: order.template,
      topics,
      preferencesUrl: `${url}?language=${address.language}`,
      noticeUrl: organisation.consents.notice.url,
    },
    tokens: [],
    rehearsal: context.rehearsing,
    unconfirmedContact: null,
    unsubscribe: { url, mailto: inboundMailDomain === null ? null : unsubscribeMailto(inboundMailDomain, token) },
  };
}

function consentedTopic(
  { organisation }: MailContext,
  record: ConsentRecord,
  language: Language,
): readonly ConsentedTopic[] {
  const given = givingEvent(record);
  const words = wordsAgreedTo(record);
  if (given === undefined || words === undefined) return [];
  const name = findTopic(organisation, record.topic)?.name[language] ?? record.topic;
  return [{ name, text: words.text, version: words.version, givenAt: parseInstant(given.at) }];
}

/**
 * Once for each withdrawal; counted, since whoever stopped need not be the holder of the address. About nothing that was
 * agreed to again before it left.
 */
async function withdrawnMail(
  { consents, organisation, publicUrl, rehearsing }: MailContext,
  order: OrderOf<'consent_withdrawn'>,
): Promise<BuiltMail | undefined> {
  const address = (await consents.findSubscriber(order.contact))?.address ?? null;
  if (address === null) return undefined;
  const agreedSince = (await consents.listRecords(order.contact))
    .filter((record) => (givingEvent(record)?.at ?? '') > order.at)
    .map(({ topic }) => topic);
  const topics = order.topics.filter((topic) => !agreedSince.includes(topic));
  if (agreedSince.length > 0 && topics.length === 0) return undefined;
  const { email, language } = address;
  return {
    to: email,
    language,
    model: {
      template: order.template,
      topics: topics.map((topic) => findTopic(organisation, topic)?.name[language] ?? topic),
      stoppedOn: civilDate(parseInstant(order.at)),
      signUpUrl: linkToPage(publicUrl, 'newsletter', language),
    },
    tokens: [],
    rehearsal: rehearsing,
    unconfirmedContact: order.contact.mac,
  };
}
