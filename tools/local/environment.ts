import { delimiter, dirname, join } from 'node:path';
import { localhost } from './ports.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export const localRegion = 'eu-west-1';
const localAccount = '000000000000';

/** The engine the desk is deployed to, and as whom. */
export type EngineAccess = {
  readonly endpoint: string;
  readonly region: string;
  readonly account: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether it was there before us, so that we neither start nor stop it. */
  readonly foreign: boolean;
};

/**
 * The engine to use: the one `AWS_ENDPOINT_URL` names if it is set (with the keys and region set beside it, if any),
 * else our own on `port`. A key of twelve digits is an account to a local engine.
 */
export function engineAccess(environment: Environment, port: number): EngineAccess {
  const endpoint = environment['AWS_ENDPOINT_URL'];
  if (endpoint === undefined || endpoint === '') {
    return {
      endpoint: `http://${localhost}:${port}`,
      region: localRegion,
      account: localAccount,
      accessKeyId: 'test',
      secretAccessKey: 'test',
      foreign: false,
    };
  }
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'] ?? 'test';
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    region: environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? localRegion,
    account: /^\d{12}$/.test(accessKeyId) ? accessKeyId : localAccount,
    accessKeyId,
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? 'test',
    foreign: true,
  };
}

/** What must not reach the CDK: profiles and endpoints of a real account, and a proxy between us and 127.0.0.1. */
const unwanted = /^(?:AWS_|CDK_)|^(?:https?|all|no)_proxy$/i;

/** The environment of a `cdk` command that knows the local engine and nothing else, and tells nobody about itself. */
export function cdkEnvironment(environment: Environment, engine: EngineAccess, root: string): Record<string, string> {
  const kept = Object.entries(environment).filter(([name]) => !unwanted.test(name));
  return {
    ...defined(Object.fromEntries(kept)),
    PATH: searchPath(environment, root),
    AWS_ENDPOINT_URL: engine.endpoint,
    AWS_ACCESS_KEY_ID: engine.accessKeyId,
    AWS_SECRET_ACCESS_KEY: engine.secretAccessKey,
    AWS_REGION: engine.region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_HOME: join(root, '.local', 'cdk'),
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
    NO_COLOR: '1',
  };
}

/** The little that a server of ours needs of the engineer's environment: functions on the engine inherit what it has. */
export function serverEnvironment(environment: Environment, root: string, home: string): Record<string, string> {
  return { PATH: searchPath(environment, root), HOME: home, TMPDIR: home, TZ: 'UTC', LANG: 'C.UTF-8' };
}

/** Drops what is not set. */
export function defined(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The engine runs functions with the first `node` on the path, and the CDK runs the app with it: it has to be this one. */
function searchPath(environment: Environment, root: string): string {
  return [dirname(process.execPath), join(root, 'node_modules', '.bin'), environment['PATH']]
    .filter(Boolean)
    .join(delimiter);
}
