import type { Clock } from '../../ports.ts';
import type { ConsentStore } from '../ports.ts';

/** One round of a schedule that comes again. */
const AT_MOST = 500;

/** Takes away the sign-ups that nobody confirmed in seven days. Answers how many. */
export async function purgeSignUps(dependencies: {
  readonly consents: Pick<ConsentStore, 'listOldSignUps' | 'removeSignUp'>;
  readonly clock: Clock;
}): Promise<number> {
  const { consents, clock } = dependencies;
  const old = await consents.listOldSignUps(clock.now(), AT_MOST);
  for (const signUpId of old) await consents.removeSignUp(signUpId);
  return old.length;
}
