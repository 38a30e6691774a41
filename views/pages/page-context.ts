import type { Language } from '../../domain/languages.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { webAddress } from '../web-address.ts';

/** What every page gets besides its model. */
export interface PageContext {
  readonly organisation: OrganisationProfile;
  /** Where the desk lives, with or without a slash at the end. */
  readonly publicUrl: string;
  readonly language: Language;
}

/** Where forms and links of the pages lead, below the public address. */
export const PATHS = {
  start: '/',
  request: '/request',
  newsletter: '/newsletter',
  newsletterConfirm: '/newsletter/confirm',
  confirm: '/confirm',
  collect: '/collect',
  collectFile: '/collect/file',
  ownCase: '/case',
  ownCaseAct: '/case/act',
  confirmContact: '/confirm-contact',
  newLink: '/new-link',
  report: '/report',
  reportAct: '/report/act',
  desk: '/desk',
  signIn: '/desk/sign-in',
  signOut: '/desk/sign-out',
  act: '/desk/act',
  decide: '/desk/decide',
  files: '/desk/files',
  fileArrived: '/desk/files/arrived',
  attachFile: '/desk/files/attach',
  openFile: '/desk/files/open',
  removeFile: '/desk/files/remove',
  mail: '/desk/mail',
  find: '/desk/find',
  absence: '/desk/absence',
  intake: '/desk/intake',
  batch: '/desk/batch',
  deskConsents: '/desk/consents',
  apiReference: '/api',
  openApi: '/api/openapi.json',
  styles: '/assets/desk.css',
  script: '/assets/desk.js',
  logo: '/assets/logo.svg',
} as const;
export type PagePath = (typeof PATHS)[keyof typeof PATHS] | `/desk/cases/${string}` | `/unsubscribe/${string}`;

/** The whole address of a page in a language, by default the one of the context. */
export function pageAddress(context: PageContext, path: PagePath, language: Language = context.language): string {
  return `${assetAddress(context, path)}?language=${language}`;
}

/** The whole address of a file that is the same in every language. */
export function assetAddress({ publicUrl }: PageContext, path: PagePath): string {
  return webAddress(`${publicUrl.replace(/\/+$/, '')}${path}`);
}

/** The whole address of a case on the desk. A case number is no personal data. */
export function caseAddress(context: PageContext, caseNumber: string): string {
  return pageAddress(context, `/desk/cases/${caseNumber}`);
}
