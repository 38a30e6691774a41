import { SFNClient } from '@aws-sdk/client-sfn';
import { SignatureV4 } from '@smithy/signature-v4';
import { awsConfigOf } from './aws-config.ts';
import type { DeskAddress } from './desk-address.ts';

/** A call of the desk's API, as far as its signature covers it. */
export interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Signs calls (Signature Version 4, service execute-api) with the well-known keys of a local engine, or with the
 * credentials of the environment.
 */
export function createSigner(desk: Pick<DeskAddress, 'engine' | 'region'>) {
  const { config } = new SFNClient(awsConfigOf(desk));
  const signer = new SignatureV4({
    service: 'execute-api',
    region: desk.region,
    credentials: config.credentials,
    sha256: config.sha256,
  });
  /** The headers to send, but for `host`, which every client adds by itself. */
  return async ({ method, url, headers, body }: Call): Promise<Readonly<Record<string, string>>> => {
    const { host: _host, ...signed } = (
      await signer.sign({
        method,
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { ...headers, host: url.host },
        ...(body !== undefined && { body }),
      })
    ).headers;
    return signed;
  };
}
