import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { DEFAULT_ORGANISATION } from '../../infra/organisations/organisations.ts';

/** Where a running desk is and what its tools are called: the part of `desk.json` that a client needs. */
const deskAddressSchema = z.object({
  /** Public address, without a slash at its end. */
  url: z.url(),
  /** A mailbox with the API of maildev that gets every mail of the desk. */
  mailbox: z.url(),
  /** Host and port where a local desk takes mail by SMTP; on AWS mail goes to its inbound domain. */
  smtp: z.string().optional(),
  /** Host and port of that mailbox's own SMTP, for senders besides the desk. */
  mailboxSmtp: z.string().optional(),
  /** Address of a local engine; without it the desk is on AWS, and the credentials of the environment are used. */
  engine: z.url().optional(),
  region: z.string().min(1),
  /** Where the mails of rehearsals go, if the stage keeps a domain of its own for them. */
  rehearsalMailDomain: z.string().optional(),
  /** Id of the organisation it works for. */
  organisation: z.string().default(DEFAULT_ORGANISATION),
  /** How many seconds a day lasts in cases the public and staff make; `real` where they are real. */
  day: z.union([z.number().positive(), z.literal('real')]).default('real'),
  outputs: z.record(z.string(), z.record(z.string(), z.string())),
});

/** A desk as its clients know it. */
export interface DeskAddress {
  readonly url: string;
  readonly mailbox: string;
  readonly smtp: string | undefined;
  readonly mailboxSmtp: string | undefined;
  readonly engine: string | undefined;
  readonly region: string;
  readonly rehearsalMailDomain: string | undefined;
  readonly organisation: string;
  readonly day: number | 'real';
  readonly stateMachineArn: string;
  readonly sweepName: string;
  readonly recordMailEventsName: string;
}

/** The file does not describe a desk. */
export class DeskFileError extends Error {
  override readonly name = 'DeskFileError';
}

/**
 * Reads a `desk.json`.
 * @throws DeskFileError with one sentence when there is none or it does not name a desk
 */
export async function readDeskAddress(path: string): Promise<DeskAddress> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new DeskFileError(`There is no file ${path}.`);
  try {
    return deskAddressOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof DeskFileError) throw error;
    throw new DeskFileError(`${path} does not describe a desk.`);
  }
}

/** The same from a value already read, such as what `startLocalDesk` answers. Throws ZodError or DeskFileError. */
export function deskAddressOf(value: unknown): DeskAddress {
  const { smtp, mailboxSmtp, rehearsalMailDomain, outputs, ...read } = deskAddressSchema.parse(value);
  const output = (name: string): string => {
    const found = Object.values(outputs).find((stack) => stack[name] !== undefined)?.[name];
    if (found === undefined) throw new DeskFileError(`No stack of this desk has an output ${name}.`);
    return found;
  };
  return {
    ...read,
    engine: read.engine,
    smtp,
    mailboxSmtp,
    rehearsalMailDomain,
    stateMachineArn: output('StateMachineArn'),
    sweepName: output('SweepName'),
    recordMailEventsName: output('RecordMailEventsName'),
  };
}
