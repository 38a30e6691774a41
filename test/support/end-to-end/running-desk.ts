import { readFileSync } from 'node:fs';
import { type DeskAddress, deskAddressOf } from '../../../tools/desk-client/desk-address.ts';
import { deskFileSchema } from '../../../tools/local/desk-file.ts';

/** The desk the tests talk to, with the names of what was deployed for it. */
export interface RunningDesk extends DeskAddress {
  readonly engine: string;
  /** Host and port of the mailbox itself. */
  readonly mailboxSmtp: string | undefined;
  readonly account: string;
  readonly tables: { readonly deskTable: string; readonly ledgerTable: string; readonly limitsTable: string };
  readonly dispatchOutboxName: string;
  readonly advanceCaseName: string;
  /** Where mails that came in lie. */
  readonly inboundMailBucket: string;
  readonly keyRingArn: string;
  readonly webhookSecretArn: string;
  /** Number of the engine's process, whose children run the functions. */
  readonly enginePid: number;
}

/** Reads the file `DESK_FILE` names; throws one clear sentence when no desk is up. */
function runningDesk(): RunningDesk {
  const path = process.env['DESK_FILE'];
  if (path === undefined) throw new Error('DESK_FILE is not set: run these tests with npm test -- end-to-end.');
  const file = deskFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const outputs = Object.assign({}, ...Object.values(file.outputs)) as Record<string, string>;
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`the deployed stacks have no output ${name}`);
    return value;
  };
  return {
    ...deskAddressOf(file),
    engine: file.engine,
    mailboxSmtp: file.mailboxSmtp,
    account: file.account,
    tables: {
      deskTable: output('DeskTable'),
      ledgerTable: output('LedgerTable'),
      limitsTable: output('LimitsTable'),
    },
    dispatchOutboxName: output('DispatchOutboxName'),
    advanceCaseName: output('AdvanceCaseName'),
    inboundMailBucket: output('InboundMailBucket'),
    keyRingArn: output('KeyRingSecretArn'),
    webhookSecretArn: output('WebhookSecretArn'),
    enginePid: file.processes.find(({ name }) => name === 'engine')?.pid ?? 0,
  };
}

export const desk: RunningDesk = runningDesk();
