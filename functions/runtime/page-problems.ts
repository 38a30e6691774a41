import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { writtenTexts } from '../../views/pages/kept-form.ts';
import { type LinkOverModel, linkOverPage } from '../../views/pages/link-over-pages.ts';
import { linkNotUsablePage, problemPage, type ProblemKind } from '../../views/pages/problem-pages.ts';
import { type HttpAnswer, pageAnswer } from './http-answer.ts';
import { languageOf } from './language-of.ts';
import type { ProblemError } from './problem-error.ts';
import { bodyText } from './read-json.ts';

/** Where pages are shown: whose desk, at which address. */
export interface PageSettings {
  readonly organisation: OrganisationProfile;
  readonly publicUrl: string;
}

export function pageContextOf(settings: PageSettings, event: APIGatewayProxyEvent): PageContext {
  return { ...settings, language: languageOf(event, settings.organisation.defaultLanguage) };
}

const PAGE_OF_STATUS: Readonly<Record<number, ProblemKind>> = {
  403: 'forbidden_origin',
  404: 'not_found',
  405: 'after_press',
  413: 'too_large',
  429: 'too_many',
  503: 'unavailable',
};

/** Shows a problem to a person, in the language of the page that was sent. */
export function problemPages(settings: PageSettings) {
  return ({ problem, linkNotUsable, over }: ProblemError, event: APIGatewayProxyEvent): HttpAnswer => {
    const context = pageContextOf(settings, event);
    if (over !== null) return pageAnswer(problem.status, linkOverPage(context, { over, ...postedIn(event) }));
    const page = linkNotUsable
      ? linkNotUsablePage(context)
      : problemPage(context, { kind: PAGE_OF_STATUS[problem.status] ?? 'bad_request' });
    return pageAnswer(problem.status, page);
  };
}

/**
 * The secret that was posted, for the button that asks for a new link, and what was written with it. A code typed in
 * groups is nothing written: it is not shown.
 */
function postedIn(event: APIGatewayProxyEvent): Pick<LinkOverModel, 'token' | 'typed'> {
  const form = new URLSearchParams(bodyText(event));
  return {
    token: form.get('token')?.trim() ?? '',
    typed: writtenTexts([...form].filter(([name]) => name !== 'collectionCode')),
  };
}
