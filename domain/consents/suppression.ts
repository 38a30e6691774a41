import * as z from 'zod';
import { instantSchema } from '../instants.ts';
import { contactSchema } from './contact.ts';

/** The channels consent is given for. */
export const channelSchema = z.enum(['email']);

/** `all`, `sign-up`, or one topic of the organisation's profile. */
export const scopeSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** What keeps an address from being mailed for marketing. */
export const suppressionReasonSchema = z.enum(['objected', 'withdrawn', 'complained', 'wrong_person', 'bounced']);
export type SuppressionReason = z.infer<typeof suppressionReasonSchema>;

/**
 * An address that must not be mailed for marketing, as a keyed hash: survives erasure and restore (GDPR art. 21(3),
 * 17(3)(b)). Checked at sign-up, import and send. Each reason has the last instant it arose, and so has lifting, so that
 * two writes at once lose neither. Wall time.
 */
export const suppressionSchema = z.strictObject({
  schemaVersion: z.literal(1),
  contact: contactSchema,
  channel: channelSchema,
  scope: scopeSchema,
  objectedAt: instantSchema.optional(),
  withdrawnAt: instantSchema.optional(),
  complainedAt: instantSchema.optional(),
  wrong_personAt: instantSchema.optional(),
  bouncedAt: instantSchema.optional(),
  /** A confirmed sign-up: lifts what came before it for this scope only. */
  liftedAt: instantSchema.optional(),
});
export type Suppression = z.infer<typeof suppressionSchema>;

/** One thing that happens to a suppression; `at` is wall time text. */
export interface SuppressionChange extends Pick<Suppression, 'contact' | 'channel' | 'scope'> {
  readonly reason: SuppressionReason | 'lifted';
  readonly at: string;
}

/** Applies to every topic, also to those to come. */
export const EVERY_TOPIC = 'all';

/** Applies to the mails that ask whether somebody signed up, and to no list. */
export const SIGN_UP = 'sign-up';

/** After these the desk writes to an address once in thirty days at most: somebody did not want to be written to. */
const UNWANTED: readonly SuppressionReason[] = ['objected', 'complained', 'wrong_person'];

/**
 * Whether an address must not be mailed about a topic, by all that is known of it: what is newest decides, and at the
 * same instant not mailing wins. Entries of other topics count for nothing.
 */
export function isSuppressed(entries: readonly Suppression[], topic: string): boolean {
  return outweighs(entries, [topic, EVERY_TOPIC], suppressionReasonSchema.options);
}

/** Whether somebody said that they do not want to be written to, and has not confirmed a sign-up for the topic since. */
export function isUnwanted(entries: readonly Suppression[], topic: string): boolean {
  return outweighs(entries, [topic, EVERY_TOPIC], UNWANTED) || outweighs(entries, [SIGN_UP], [...UNWANTED, 'bounced']);
}

function outweighs(
  entries: readonly Suppression[],
  scopes: readonly string[],
  reasons: readonly SuppressionReason[],
): boolean {
  const about = entries.filter(({ scope }) => scopes.includes(scope));
  const since = latest(about.flatMap((entry) => reasons.map((reason) => entry[`${reason}At`])));
  const lifted = latest(about.map(({ liftedAt }) => liftedAt));
  return since !== undefined && (lifted === undefined || since >= lifted);
}

/** Instants are texts of one form, so the latest sorts last. */
function latest(instants: readonly (string | undefined)[]): string | undefined {
  return instants
    .flatMap((instant) => (instant === undefined ? [] : [instant]))
    .toSorted()
    .at(-1);
}

/**
 * Whether writing this would change nothing: the same reason is there from that instant or later, or the scope was
 * lifted since. So what is told again, after a person has changed their mind, undoes nothing.
 */
export function wasSaidBefore(
  entries: readonly Suppression[],
  { scope, reason, at }: Pick<SuppressionChange, 'scope' | 'at'> & { readonly reason: SuppressionReason },
): boolean {
  return entries.some(
    (entry) =>
      ((entry.scope === scope || entry.scope === EVERY_TOPIC) && (entry[`${reason}At`] ?? '') >= at) ||
      (entry.scope === scope && (entry.liftedAt ?? '') > at),
  );
}

/** The entry after a change. */
export function withChange(entry: Suppression | undefined, change: SuppressionChange): Suppression {
  const { contact, channel, scope, reason, at } = change;
  return { ...(entry ?? { schemaVersion: 1, contact, channel, scope }), [`${reason}At`]: at };
}
