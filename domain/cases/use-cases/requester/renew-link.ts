import { tokenHash } from '../../../desk/action-token.ts';
import { isExpired } from '../../../desk/link-over.ts';
import { TokenNotUsableError } from '../../../errors.ts';
import type { TokenStore } from '../../../ports.ts';
import { retryOnConflict } from '../../commit-change.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';
import { sendAgain } from './send-again.ts';

/**
 * Whoever holds an expired link to confirm or to collect has the mail that matters now sent once more, with a fresh
 * link: to the address the case has, which need not be theirs. Three times a day, counted with those asked for on the
 * page of the case. Throws TokenNotUsableError; RuleRefusedError when it was asked too often or nothing is to be sent.
 */
export function renewLink(
  dependencies: OwnCaseDependencies & { readonly tokens: Pick<TokenStore, 'find'> },
  secret: string,
): Promise<void> {
  return retryOnConflict(async () => {
    const token = await dependencies.tokens.find(tokenHash(secret));
    if (token?.action !== 'confirm' && token?.action !== 'collect') throw new TokenNotUsableError();
    if (!isExpired(token, dependencies.clock.now())) throw new TokenNotUsableError();
    const current = await dependencies.cases.find(token.caseNumber);
    if (current === undefined) throw new TokenNotUsableError();
    await sendAgain(dependencies, current);
  });
}
