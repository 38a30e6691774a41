import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DEFAULT_ORGANISATION } from '../../infra/organisations/organisations.ts';
import { readSettings } from '../../infra/settings.ts';
import type { DayLength } from './day-length.ts';
import { bootstrap, deploy, type DeployOptions, deskUrlIn, type StackOutputs, synthesise } from './deploy.ts';
import { type DeskFile, removeDeskFiles, writeDeskFile, writeProcessesFile } from './desk-file.ts';
import { engineAccess, type Environment } from './environment.ts';
import { LocalDeskError, StoppedError } from './local-desk-error.ts';
import { assertPortFree, freePortFrom, freePorts, localhost, type Ports } from './ports.ts';
import { recordOf } from './process-identity.ts';
import { endGroupOf, type StartedProcess } from './processes.ts';
import { type Progress, silentProgress } from './progress.ts';
import { preparePython } from './python.ts';
import { answers, startEngine, startGateway, startMailbox } from './servers.ts';

export type LocalDeskOptions = {
  /** Where logs, templates and the files that describe this desk go; one desk a folder. Against `root` if relative. */
  readonly folder: string;
  readonly ports: Ports | 'free';
  readonly day: DayLength;
  /** Id of the organisation it works for. */
  readonly organisation?: string;
  /** Settings of the stage besides, as `cdk -c` would say them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keep a record of every call to the engine (CloudTrail's LookupEvents). */
  readonly recordCalls?: boolean;
  readonly progress?: Progress;
  /** Breaks off the start: nothing is left running, and it throws StoppedError. */
  readonly signal?: AbortSignal;
  readonly environment?: Environment;
  /** The checkout; this one unless told otherwise. */
  readonly root?: string;
};

/** A desk that is up on this machine. */
export type LocalDesk = Omit<DeskFile, 'processes' | 'outputs'> & {
  readonly outputs: StackOutputs;
  readonly ports: Ports;
  /** Absolute path of the folder with its logs and `desk.json`. */
  readonly folder: string;
  /** Whether the engine was there before us (`AWS_ENDPOINT_URL`): it then sends mail where it was told to. */
  readonly foreignEngine: boolean;
  /** Resolves with the name of the engine, the mailbox or the SMTP gateway when one of them ends by itself. */
  readonly died: Promise<string>;
  /** Ends all that was started for it and removes its files; a second call does nothing more. */
  readonly stop: () => Promise<void>;
  /** Leaves it running and lets this process exit; `endRunning` of its folder ends it. */
  readonly detach: () => Promise<void>;
};

export const checkout = dirname(dirname(import.meta.dirname));

const otherPort = 'end that one, or choose other ports with npm start -- --port 4700.';

/**
 * Brings up the whole desk: engine and mailbox unless `AWS_ENDPOINT_URL` names an engine, then bootstrap and deploy.
 * @throws LocalDeskError with one sentence; nothing is left running then
 */
export async function startLocalDesk(options: LocalDeskOptions): Promise<LocalDesk> {
  const root = options.root ?? checkout;
  const folder = resolve(root, options.folder);
  const environment = options.environment ?? process.env;
  const progress = options.progress ?? silentProgress;
  const wanted = options.ports === 'free' ? await freePorts() : options.ports;
  const ports = { ...wanted, inbound: await freePortFrom(wanted.inbound) };
  const access = engineAccess(environment, ports.engine);
  await mkdir(folder, { recursive: true });
  const mailboxUrl = `http://${localhost}:${ports.mailbox}`;
  const startsMailbox = !(access.foreign && (await answers(`${mailboxUrl}/api/email`)));
  if (access.foreign) await assertAnswers(access.endpoint);
  else await assertPortFree(ports.engine, 'the local engine', otherPort);
  if (startsMailbox) {
    await assertPortFree(ports.mailbox, 'the mailbox', otherPort);
    await assertPortFree(ports.smtp, 'the SMTP server of the mailbox', otherPort);
  }

  const failure = new AbortController();
  const signal = AbortSignal.any(options.signal === undefined ? [failure.signal] : [options.signal, failure.signal]);
  const started: StartedProcess[] = [];
  const supervisor = await recordOf('supervisor', process.pid);
  const records = () => started.map((each) => each.record);
  const onStarted = async (each: StartedProcess) => {
    started.push(each);
    await writeProcessesFile(folder, { supervisor, processes: records() });
  };
  const servers = { root, folder, ports, environment, signal, onStarted };
  const { day, organisation = DEFAULT_ORGANISATION } = options;
  const settings = { ...options.settings, organisation };
  const deployment: DeployOptions = { root, folder, engine: access, day, settings, environment, signal };
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= Promise.all(started.map((each) => endGroupOf(each.record.pid))).then(() => removeDeskFiles(folder));
    return stopping;
  };

  const engineIsUp = async () => {
    if (!access.foreign) {
      const requirements = join(root, 'tools', 'local', 'requirements.txt');
      const python = await progress.step('Python packages of the engine', () =>
        preparePython({ folder: join(root, '.local'), requirements, environment, signal }),
      );
      await progress.step('Engine', () => startEngine(python, options.recordCalls ?? false, servers));
    }
    await progress.step('cdk bootstrap', () => bootstrap(deployment));
  };
  const mailboxIsUp = async () => {
    if (startsMailbox) await progress.step('Mailbox', () => startMailbox(servers));
  };

  try {
    await writeProcessesFile(folder, { supervisor, processes: [] });
    await allOrNone([engineIsUp(), mailboxIsUp(), progress.step('cdk synth', () => synthesise(deployment))], failure);
    const outputs = await progress.step('cdk deploy', () => deploy(deployment));
    await progress.step('SMTP port', () => startGateway(statementAddresses(organisation), access, outputs, servers));
    const desk = {
      url: deskUrlIn(outputs),
      mailbox: mailboxUrl,
      smtp: `${localhost}:${ports.inbound}`,
      mailboxSmtp: `${localhost}:${ports.smtp}`,
      engine: access.endpoint,
      region: access.region,
      account: access.account,
      organisation,
      day,
    };
    await writeDeskFile(folder, { ...desk, processes: records(), outputs });
    return {
      ...desk,
      outputs,
      ports,
      folder,
      foreignEngine: access.foreign,
      died: Promise.race(started.map((each) => each.ended.then(() => each.record.name))),
      stop,
      detach: async () => {
        await writeProcessesFile(folder, { processes: records() });
        for (const each of started) each.letGo();
      },
    };
  } catch (error) {
    failure.abort();
    await stop();
    throw error;
  }
}

/** The addresses the statement names: on AWS the organisation's own server forwards what they get to the inbound domain. */
export function statementAddresses(organisationId: string): readonly string[] {
  const { organisation } = readSettings({ stage: 'local', organisation: organisationId });
  return [organisation.supportEmail, organisation.mailFrom.address];
}

async function assertAnswers(endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(5000) });
  } catch {
    throw new LocalDeskError(
      `AWS_ENDPOINT_URL is set to ${endpoint}, and nothing answers there: start that engine or unset it.`,
    );
  }
}

/** Waits for all; when one fails the others are broken off, and its error is the one thrown. */
async function allOrNone(work: readonly Promise<void>[], failure: AbortController): Promise<void> {
  const watched = work.map((each) =>
    each.catch((error: unknown) => {
      failure.abort();
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(watched)).filter((result) => result.status === 'rejected');
  const cause = failed.find((result) => !(result.reason instanceof StoppedError)) ?? failed[0];
  if (cause === undefined) return;
  throw cause.reason instanceof Error ? cause.reason : new LocalDeskError(String(cause.reason));
}
