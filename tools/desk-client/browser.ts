import { type Filled, pressed } from './page-forms.ts';

/** A page as a person sees it. */
export interface Page {
  readonly status: number;
  /** The heading of the page. */
  readonly title: string;
  /** The words of its main part. */
  readonly text: string;
  readonly html: string;
  /** The value of its hidden field `token`, if it has one. */
  readonly token: string | undefined;
}

/** One browser: it keeps its cookies and says where its forms come from. Runs no script. */
export interface Browser {
  /** `path` begins with a slash and is below the public address. */
  readonly get: (path: string) => Promise<Page>;
  readonly post: (path: string, fields: Readonly<Record<string, string>> | URLSearchParams) => Promise<Page>;
  /** Opens a whole address, such as the link of a mail; what stands behind its `#` stays here. Throws RangeError for another site's. */
  readonly open: (url: string) => Promise<Page>;
  /**
   * Presses a button of a page, whose form sends its fields as they are but for those filled in. `label` is what stands on
   * it. Throws NoButtonError.
   */
  readonly press: (page: Page, label: string, filled?: Filled) => Promise<Page>;
}

const patienceMilliseconds = 30_000;

/** A browser nobody has signed in with yet. @param deskUrl the public address */
export function createBrowser(deskUrl: string): Browser {
  const cookies = new Map<string, string>();
  const visit = async (path: string, init: RequestInit, headers: Readonly<Record<string, string>>): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${deskUrl}${path}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMilliseconds),
      headers: { ...headers, ...(cookie !== '' && { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return pageOf(response.status, await response.text());
  };
  const pathOf = (url: string): string => {
    if (!url.startsWith(`${deskUrl}/`)) throw new RangeError('the address leads to another site');
    return url.slice(deskUrl.length).replace(/#.*$/s, '');
  };
  const post: Browser['post'] = (path, fields) =>
    visit(path, { method: 'POST', body: new URLSearchParams(fields) }, { origin: new URL(deskUrl).origin });
  return {
    get: (path) => visit(path, {}, {}),
    post,
    open: (url) => visit(pathOf(url), {}, {}),
    press: (page, label, filled) => {
      const { action, fields } = pressed(page, label, filled);
      return post(pathOf(action), fields);
    },
  };
}

function pageOf(status: number, html: string): Page {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? html;
  return {
    status,
    title: wordsOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    text: wordsOf(main),
    html,
    token: /name="token" value="([A-Za-z0-9_-]{43})"/.exec(html)?.[1],
  };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** The words of a piece of HTML, blanks collapsed. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
