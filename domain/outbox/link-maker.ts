import type { Temporal } from 'temporal-polyfill';
import type { ActionToken } from '../desk/action-token.ts';
import type { Language } from '../languages.ts';
import type { LetterContext } from './built-mail.ts';
import { linkTo, type LinkPage } from './links.ts';
import { mintToken, type TokenGrant } from './mint-token.ts';

/** Makes the links of one mail and keeps the tokens they need. `expiresAt` is wall time. */
export interface LinkMaker {
  readonly tokens: readonly ActionToken[];
  make(page: LinkPage, grant: TokenGrant, expiresAt: Temporal.Instant): string;
}

/** For links to pages in one language. */
export function linkMaker(context: LetterContext, language: Language): LinkMaker {
  const tokens: ActionToken[] = [];
  return {
    tokens,
    make(page, grant, expiresAt) {
      const { secret, token } = mintToken(context.randomBytes, grant, expiresAt);
      tokens.push(token);
      return linkTo(context.publicUrl, page, language, secret);
    },
  };
}
