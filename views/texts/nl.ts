import { deskPages } from './nl/desk-pages.ts';
import { layout } from './nl/layout.ts';
import { requesterMails } from './nl/requester-mails.ts';
import { requesterPages } from './nl/requester-pages.ts';
import { shared } from './nl/shared.ts';
import { staffMails } from './nl/staff-mails.ts';
import { words } from './nl/words.ts';

/** Every text in Dutch. Its keys are the ones each other language must have. */
export const nl = { words, shared, layout, requesterMails, staffMails, requesterPages, deskPages };

export type Texts = typeof nl;
