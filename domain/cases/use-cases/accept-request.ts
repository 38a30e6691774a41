import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { Case, CaseContent, UnconfirmedCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { EventEntry } from '../case-events.ts';
import { commitChange } from '../commit-change.ts';
import { ordersOnOpening } from '../opening-orders.ts';
import { MAX_PARTS } from '../request-draft.ts';
import type { RequestType } from '../request-types.ts';
import { type PartTypeChange, withPart } from '../retyped.ts';
import { directoryOf, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';
import { openCase, openedBy } from './open-case.ts';

/**
 * Staff accept a request that nobody confirmed. Of one that came as a mail they say what it asks: what the desk had
 * proposed, or other types (`requestTypes`, each once), and only now the law's rules apply to its parts: mailings stop,
 * an objection restricts. Its receipt stays the arrival of the mail. Throws RuleRefusedError and what commitChange
 * throws.
 */
export async function acceptRequest(
  dependencies: StaffDependencies,
  current: UnconfirmedCase,
  act: StaffAct,
  requestTypes: readonly RequestType[] | undefined,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const by = { kind: 'staff', staffId: act.staffId } as const;
  if (current.inbound === null) return openCase(dependencies, current, by, act.tokenHash, wallNow);
  const types = [...new Set(requestTypes ?? current.parts.map(({ requestType }) => requestType))];
  if (types.length === 0) throw new RuleRefusedError('type_required', 'type_access');
  if (types.length > MAX_PARTS) throw new RuleRefusedError('too_many_parts', 'type_access');
  const at = instantText(caseTimeOf(current, wallNow));
  const none: PartTypeChange = {
    next: { ...openedBy(current, by, at), parts: [] },
    entries: [],
    orders: [],
    suppressions: [],
  };
  const accepted = types.reduce((change, requestType): PartTypeChange => {
    const more = withPart(change.next, requestType, by, at, instantText(wallNow));
    return {
      next: more.next,
      entries: [...change.entries, ...more.entries],
      orders: [...change.orders, ...more.orders],
      suppressions: [...change.suppressions, ...more.suppressions],
    };
  }, none);
  const entry: EventEntry = { type: 'request_accepted', at, actor: by, details: {} };
  const opening = ordersOnOpening(accepted.next, await directoryOf(dependencies, wallNow), dependencies);
  const content = await dependencies.cases.findContent(current.caseNumber);
  return commitChange(
    dependencies,
    current,
    {
      transition: 'accept',
      next: accepted.next,
      entries: [entry, ...accepted.entries],
      orders: [...(current.inbound.stoppedMailings ? [] : firstOfEach(accepted.orders)), ...opening],
      suppressions: accepted.suppressions,
      ...(content !== undefined && { content: renumbered(content, current, types) }),
      ...usedLink(act),
    },
    wallNow,
  );
}

/** Two rights that stop mailings are one word to the person; none where the mail was answered so when it came in. */
function firstOfEach(orders: readonly OutboxOrder[]): readonly OutboxOrder[] {
  const seen = new Set<string>();
  return orders.filter((order) => {
    const key = JSON.stringify(order);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The passages of the letter that spoke for a type, under the number its part has now. */
function renumbered(content: CaseContent, before: UnconfirmedCase, types: readonly RequestType[]): CaseContent {
  const texts = types.flatMap((requestType, index): readonly (readonly [string, string])[] => {
    const part = before.parts.find((each) => each.requestType === requestType);
    const text = part === undefined ? undefined : content.partTexts[part.partId];
    return text === undefined ? [] : [[String(index + 1), text]];
  });
  return { ...content, partTexts: Object.fromEntries(texts) };
}
