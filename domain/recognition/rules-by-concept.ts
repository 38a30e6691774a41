import type { RequestType } from '../cases/request-types.ts';
import { ALL_RULES } from './all-rules.ts';
import type { Concept } from './lexicon.ts';
import type { Rule } from './rule.ts';

export interface RuleOfRight {
  readonly requestType: RequestType;
  readonly rule: Rule;
}

/** Every rule stands under each concept that its sentence may turn on: most sentences try few rules. */
const byHead = new Map<Concept, RuleOfRight[]>();
for (const { requestType, rules } of ALL_RULES) {
  for (const rule of rules) {
    const head = rule.says[0] ?? [];
    for (const concept of typeof head === 'string' ? [head] : head) {
      byHead.set(concept, [...(byHead.get(concept) ?? []), { requestType, rule }]);
    }
  }
}
const byArticle = new Map(
  ALL_RULES.flatMap(({ requestType, articles }) => articles.map((at) => [at, requestType] as const)),
);

/** The rules that can hold for a sentence which speaks of these concepts. */
export function* rulesFor(concepts: Iterable<Concept>): Iterable<RuleOfRight> {
  for (const concept of concepts) yield* byHead.get(concept) ?? [];
}

/** The right that an article of the GDPR gives, if it gives one of these. */
export function rightOfArticle(article: string): RequestType | undefined {
  return byArticle.get(article);
}
