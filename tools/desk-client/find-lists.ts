import { join } from 'node:path';
import * as z from 'zod';
import { readFile } from 'node:fs/promises';
import { DEFAULT_ORGANISATION } from '../../infra/organisations/organisations.ts';
import { DeskFileError } from './desk-address.ts';

/** Which desk a tool is to work with, as its options say. */
export interface DeskChoice {
  /** A `desk.json`. */
  readonly desk: string | undefined;
  /** Public address of a deployed stage. */
  readonly url: string | undefined;
  readonly region: string | undefined;
}

/** A desk whose lists can be reached. */
export interface ListsAddress {
  readonly url: string;
  /** Undefined on AWS, where the credentials of the environment are used. */
  readonly engine: string | undefined;
  readonly region: string;
  /** Id of the organisation it works for. */
  readonly organisation: string;
  /** Host and port of a mailbox that keeps what is sent to it; a desk on AWS has none. */
  readonly mailboxSmtp: string | undefined;
}

export const deskChoiceHelp = `  --desk <file>    the desk that this desk.json describes (that of npm start unless told otherwise)
  --url <address>  a deployed stage, by its public address; with the AWS credentials of the environment, whose
                   principal must be named in the setting newsletterPrincipals
  --region <name>  region of that stage (AWS_REGION, or eu-west-1)`;

const deskFileSchema = z.object({
  url: z.url(),
  engine: z.url().optional(),
  region: z.string().min(1),
  organisation: z.string().default(DEFAULT_ORGANISATION),
  mailboxSmtp: z.string().optional(),
});

/** @throws DeskFileError with one sentence when no desk is to be found */
export async function findLists(
  { desk, url, region }: DeskChoice,
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ListsAddress> {
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:/.test(url)) throw new DeskFileError(`"${url}" is no address of a desk.`);
    const where = region ?? environment['AWS_REGION'] ?? 'eu-west-1';
    const address = url.replace(/\/+$/, '');
    return {
      url: address,
      engine: undefined,
      region: where,
      organisation: DEFAULT_ORGANISATION,
      mailboxSmtp: undefined,
    };
  }
  const path = desk ?? join(root, '.local', 'desk.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined && desk === undefined) {
    throw new DeskFileError('No desk is up here: npm start brings one up, or name one with --desk or --url.');
  }
  if (text === undefined) throw new DeskFileError(`There is no file ${path}.`);
  try {
    const { engine, mailboxSmtp, ...read } = deskFileSchema.parse(JSON.parse(text));
    return { ...read, engine, mailboxSmtp };
  } catch {
    throw new DeskFileError(`${path} does not describe a desk.`);
  }
}
