import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StackOutputs, outputIn } from './deploy.ts';
import { type EngineAccess, type Environment, localRegion, serverEnvironment } from './environment.ts';
import { LocalDeskError, StoppedError } from './local-desk-error.ts';
import { localhost, type Ports } from './ports.ts';
import { type Launch, type StartedProcess, startProcess } from './processes.ts';
import { lastLines } from './run-command.ts';
import { emptyWorkFolder } from './work-folder.ts';

type ServerOptions = {
  readonly root: string;
  /** Folder of the logs and of what the servers keep while they run. */
  readonly folder: string;
  readonly ports: Ports;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  /** Told of a process as soon as it runs, before it answers: it has to be ended even if it never does. */
  readonly onStarted: (process: StartedProcess) => Promise<void>;
};

const readyWithinMilliseconds = 60_000;
const pollMilliseconds = 50;

/**
 * Starts the local AWS engine, empty, and waits until it answers. Roles of functions are enforced.
 * @param recordCalls keep a record of every call to it, for tests that ask who did what
 * @throws LocalDeskError when it does not come up; StoppedError when told to stop
 */
export async function startEngine(python: string, recordCalls: boolean, options: ServerOptions): Promise<void> {
  const home = await emptyWorkFolder(options.folder);
  const { engine, smtp } = options.ports;
  await startServer(() => answers(`http://${localhost}:${engine}/_ministack/ready`), options, {
    name: 'engine',
    command: python,
    args: ['-m', 'ministack'],
    env: {
      ...serverEnvironment(options.environment, options.root, home),
      AUTH: 'true',
      BIND_HOST: localhost,
      GATEWAY_PORT: String(engine),
      SMTP_HOST: `${localhost}:${smtp}`,
      MINISTACK_REGION: localRegion,
      AWS_DEFAULT_REGION: localRegion,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      CLOUDTRAIL_RECORDING: recordCalls ? '1' : '0',
      PYTHONUNBUFFERED: '1',
    },
    cwd: home,
    log: join(options.folder, 'engine.log'),
  });
}

/**
 * Starts the mailbox that gets all mail of the desk, empty, and waits until it answers.
 * @throws LocalDeskError when it does not come up; StoppedError when told to stop
 */
export async function startMailbox(options: ServerOptions): Promise<void> {
  const home = join(options.folder, 'mailbox');
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const { mailbox, smtp } = options.ports;
  const program = join(options.root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js');
  const web = ['--web-ip', localhost, '--web', String(mailbox)];
  await startServer(() => answers(`http://${localhost}:${mailbox}/api/email`), options, {
    name: 'mailbox',
    command: process.execPath,
    args: [program, '--ip', localhost, '--smtp', String(smtp), ...web],
    env: serverEnvironment(options.environment, options.root, home),
    cwd: home,
    log: join(options.folder, 'mailbox.log'),
  });
}

/**
 * Starts the SMTP server that takes mail to the desk, once there is a desk, and waits until it greets.
 * @param addresses of the organisation, besides all of its inbound domain
 * @throws LocalDeskError when it does not come up; StoppedError when told to stop
 */
export async function startGateway(
  addresses: readonly string[],
  engine: EngineAccess,
  outputs: StackOutputs,
  options: ServerOptions,
): Promise<void> {
  const { inbound } = options.ports;
  await startServer(() => greets(inbound), options, {
    name: 'smtp-gateway',
    command: process.execPath,
    args: [join(options.root, 'tools', 'smtp-gateway.ts')],
    env: {
      ...serverEnvironment(options.environment, options.root, options.folder),
      AWS_ENDPOINT_URL: engine.endpoint,
      AWS_ACCESS_KEY_ID: engine.accessKeyId,
      AWS_SECRET_ACCESS_KEY: engine.secretAccessKey,
      AWS_REGION: engine.region,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      GATEWAY_HOST: localhost,
      GATEWAY_PORT: String(inbound),
      GATEWAY_ADDRESSES: addresses.join(','),
      GATEWAY_DOMAIN: outputIn(outputs, 'InboundMailDomain'),
      INBOUND_MAIL_BUCKET: outputIn(outputs, 'InboundMailBucket'),
      INBOUND_MAIL_TOPIC_ARN: outputIn(outputs, 'InboundMailTopicArn'),
    },
    cwd: options.root,
    log: join(options.folder, 'smtp-gateway.log'),
  });
}

async function startServer(isReady: () => Promise<boolean>, options: ServerOptions, launch: Launch): Promise<void> {
  if (options.signal.aborted) throw new StoppedError();
  const started = await startProcess(launch);
  await options.onStarted(started);
  const exit: { code?: number } = {};
  void started.ended.then((code) => Object.assign(exit, { code }));
  const giveUp = performance.now() + readyWithinMilliseconds;
  while (!(await isReady())) {
    if (options.signal.aborted) throw new StoppedError();
    if (exit.code !== undefined || performance.now() > giveUp) throw await notUp(launch, exit.code);
    await sleep(pollMilliseconds);
  }
}

async function notUp(launch: Launch, exitCode: number | undefined): Promise<LocalDeskError> {
  const what = exitCode === undefined ? 'does not answer' : `ended at once with code ${exitCode}`;
  const output = await readFile(launch.log, 'utf8').catch(() => '');
  return new LocalDeskError(
    `The ${launch.name} ${what}. The last it said (all of it is in ${launch.log}):\n${lastLines(output)}`,
  );
}

/** Whether a server answers at this address, and well. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether an SMTP server greets at this port. */
function greets(port: number): Promise<boolean> {
  const socket = connect({ host: localhost, port, timeout: 2000 });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once('data', (greeting) => resolve(greeting.toString('latin1').startsWith('220 ')));
  for (const event of ['error', 'timeout', 'close']) socket.once(event, () => resolve(false));
  return promise.finally(() => socket.destroy());
}
