import type { ConsentEvent } from '../../domain/consents/consent-event.ts';
import type { ConsentRecord } from '../../domain/consents/consent-record.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import type { Language } from '../../domain/languages.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';

/**
 * All that happened to a consent, in words and in order. `more` says what else a reader of this kind may see of an
 * event.
 */
export function consentHistory(
  { events }: ConsentRecord,
  language: Language,
  more: (event: ConsentEvent) => readonly string[] = () => [],
): Html {
  return html`<ol>
    ${events.map(
      (event) =>
        html`<li>
          ${formatInstant(parseInstant(event.at), language)}:
          ${[...sentencesOf(event, language), ...more(event)].join(' ')}
        </li> `,
    )}
  </ol>`;
}

function sentencesOf(event: ConsentEvent, language: Language): readonly string[] {
  const { events: words } = textsOf(language).consentPages;
  switch (event.type) {
    case 'requested':
      return [words[event.method], words.age(event.ageDeclared)];
    case 'given':
      return [words.given];
    case 'imported':
      return [words.imported(formatInstant(parseInstant(event.evidence.givenAt), language))];
    case 'withdrawn':
      return [`${words.reasons[event.reason]}, ${words.through[event.through]}.`];
    case 'reached_tool':
      return [words.reachedTool];
  }
}

/** The words a consent rests on, or rested on last, with their version and the instant they were agreed to. */
export function lastWords({ events }: ConsentRecord): {
  readonly text: string;
  readonly version: string | null;
  readonly language: Language;
} | null {
  const asked = events.findLast((event) => event.type === 'requested' || event.type === 'imported');
  if (asked?.type === 'imported') return { text: asked.evidence.wording, version: null, language: asked.language };
  if (asked?.type !== 'requested') return null;
  const { text, version, language } = asked.shown;
  return { text, version, language };
}
