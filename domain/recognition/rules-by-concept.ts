import type { RequestType } from '../cases/request-types.ts';
import { ALL_RULES } from './all-rules.ts';
import type { Concept } from './lexicon.ts';
import type { RightRules, Rule } from './rule.ts';
import { WEAK_SIGNS_ON_DATA } from './rules/weak-signs-on-data.ts';
import { WEAK_SIGNS_ON_USE } from './rules/weak-signs-on-use.ts';

export interface RuleOfRight {
  readonly requestType: RequestType;
  readonly rule: Rule;
}

type ByConcept = ReadonlyMap<Concept, readonly RuleOfRight[]>;

/** Every rule stands under each concept that its sentence may turn on: most sentences try few rules. */
function byConcept(rights: readonly RightRules[]): ByConcept {
  const byHead = new Map<Concept, RuleOfRight[]>();
  for (const { requestType, rules } of rights) {
    for (const rule of rules) {
      const head = rule.says[0] ?? [];
      for (const concept of typeof head === 'string' ? [head] : head) {
        byHead.set(concept, [...(byHead.get(concept) ?? []), { requestType, rule }]);
      }
    }
  }
  return byHead;
}

export const RULES: ByConcept = byConcept(ALL_RULES);
/** For letters and sentences in which those find nothing. */
export const WEAK_RULES: ByConcept = byConcept([...WEAK_SIGNS_ON_DATA, ...WEAK_SIGNS_ON_USE]);
const byArticle = new Map(
  ALL_RULES.flatMap(({ requestType, articles }) => articles.map((at) => [at, requestType] as const)),
);

/** The rules that can hold for a sentence which speaks of these concepts. */
export function* rulesFor(rules: ByConcept, concepts: Iterable<Concept>): Iterable<RuleOfRight> {
  for (const concept of concepts) yield* rules.get(concept) ?? [];
}

/** The right that an article of the GDPR gives, if it gives one of these. */
export function rightOfArticle(article: string): RequestType | undefined {
  return byArticle.get(article);
}
