import { deskPages } from './en/desk-pages.ts';
import { layout } from './en/layout.ts';
import { requesterMails } from './en/requester-mails.ts';
import { requesterPages } from './en/requester-pages.ts';
import { shared } from './en/shared.ts';
import { staffMails } from './en/staff-mails.ts';
import { words } from './en/words.ts';
import type { Texts } from './nl.ts';

/** Every text in English: exactly the keys of the Dutch one. */
export const en: Texts = { words, shared, layout, requesterMails, staffMails, requesterPages, deskPages };
