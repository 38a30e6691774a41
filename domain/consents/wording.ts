import { createHash } from 'node:crypto';
import type { Language } from '../languages.ts';
import type { Topic } from '../organisation/consents.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { NoticeRef, ShownText } from './consent-event.ts';

/** The sentence somebody agrees to today for a topic, as it is kept with their consent. */
export function shownText(topic: Topic, language: Language): ShownText {
  const wording = topic.wordings.at(-1);
  if (wording === undefined) throw new RangeError('a topic has a wording');
  const text = wording.text[language];
  return { version: wording.version, language, text, sha256: createHash('sha256').update(text).digest('hex') };
}

/** The privacy notice in force. */
export function noticeOf({ consents }: OrganisationProfile): NoticeRef {
  const { noticeId, version, sha256, url } = consents.notice;
  return { noticeId, version, sha256, url };
}

/** A topic of the profile, or undefined. */
export function findTopic({ consents }: OrganisationProfile, topic: string): Topic | undefined {
  return consents.topics.find((each) => each.topic === topic);
}

/** Ids of all topics, in the order people see them. */
export function topicsOf({ consents }: OrganisationProfile): readonly string[] {
  return consents.topics.map(({ topic }) => topic);
}
