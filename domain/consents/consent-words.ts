import type { ConsentRecord } from './consent-record.ts';
import { givingEvent } from './consent-record.ts';

/** The words somebody agreed to, literally, as they were shown. */
export interface WordsAgreedTo {
  readonly text: string;
  readonly version: string;
}

/** Of the consent in force; undefined when none is. An imported one has the words its list came with. */
export function wordsAgreedTo(record: ConsentRecord): WordsAgreedTo | undefined {
  const given = givingEvent(record);
  if (given === undefined) return undefined;
  if (given.type === 'imported') return { text: given.evidence.wording, version: 'imported' };
  const asked = record.events.findLast((event) => event.type === 'requested' && event.sequence < given.sequence);
  return asked?.type === 'requested' ? { text: asked.shown.text, version: asked.shown.version } : undefined;
}
