import type * as z from 'zod';
import { ONE_CLICK, type signUpBodySchema, type withdrawBodySchema } from '../../contracts/http/consents.ts';
import type { DeskAddress } from './desk-address.ts';

export type SignUpBody = Omit<z.input<ReturnType<typeof signUpBodySchema>>, 'topics'> & {
  readonly topics: readonly string[];
};
export type WithdrawBody = Omit<z.input<ReturnType<typeof withdrawBodySchema>>, 'topics'> & {
  readonly topics?: readonly string[];
};

/** How a mail provider may send the one-click request (RFC 8058 section 3.2). */
export type OneClickForm = 'application/x-www-form-urlencoded' | 'multipart/form-data';

/** All that a mail provider sees of the answer. */
export interface OneClickAnswer {
  readonly status: number;
  /** Where it would have to go on; a provider does not. */
  readonly location: string | undefined;
  readonly cookies: readonly string[];
}

/** What programs do about consents; people open the pages. Each call answers the status. */
export interface ConsentDoors {
  /** `POST /api/consents`. */
  readonly signUp: (body: SignUpBody) => Promise<number>;
  /** `POST /api/consents/withdraw`; without topics everything stops. */
  readonly withdraw: (body: WithdrawBody) => Promise<number>;
  /** Presses "unsubscribe" for the reader of a mail: no cookie, no origin, no redirect is followed. `url` is that of the header. */
  readonly oneClick: (url: string, form?: OneClickForm) => Promise<OneClickAnswer>;
}

const patienceMilliseconds = 30_000;

/** The doors of a desk for programs that deal in consents. */
export function createConsentDoors(desk: Pick<DeskAddress, 'url'>): ConsentDoors {
  const post = async (path: string, value: unknown): Promise<number> => {
    const { status, body } = await fetch(`${desk.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    await body?.cancel();
    return status;
  };
  return {
    signUp: (body) => post('/api/consents', body),
    withdraw: (body) => post('/api/consents/withdraw', body),
    oneClick: async (url, form = 'application/x-www-form-urlencoded') => {
      const { status, headers, body } = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: form === 'multipart/form-data' ? inParts() : new URLSearchParams({ [ONE_CLICK.name]: ONE_CLICK.value }),
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      await body?.cancel();
      return { status, location: headers.get('location') ?? undefined, cookies: headers.getSetCookie() };
    },
  };
}

function inParts(): FormData {
  const form = new FormData();
  form.set(ONE_CLICK.name, ONE_CLICK.value);
  return form;
}

/** The addresses of a `List-Unsubscribe` header (RFC 2369), in order. */
export function addressesIn(listUnsubscribe: string): readonly string[] {
  return [...listUnsubscribe.matchAll(/<([^>]*)>/g)].map(([, address = '']) => address.trim());
}
