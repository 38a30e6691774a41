import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskUrlIn } from '../../../tools/local/deploy.ts';
import { cdkEnvironment, engineAccess, serverEnvironment } from '../../../tools/local/environment.ts';
import { LocalDeskError } from '../../../tools/local/local-desk-error.ts';

describe('the engine the desk is deployed to', () => {
  it('is our own when none is named', () => {
    expect(engineAccess({ AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'AKIAREAL' }, 4700)).toEqual({
      endpoint: 'http://127.0.0.1:4700',
      region: 'eu-west-1',
      account: '000000000000',
      accessKeyId: 'test',
      secretAccessKey: 'test',
      foreign: false,
    });
  });

  it('is the one AWS_ENDPOINT_URL names, with the account and region set beside it', () => {
    const environment = {
      AWS_ENDPOINT_URL: 'http://localhost:4566/',
      AWS_ACCESS_KEY_ID: '111122223333',
      AWS_DEFAULT_REGION: 'eu-central-1',
    };
    expect(engineAccess(environment, 4700)).toMatchObject({
      endpoint: 'http://localhost:4566',
      region: 'eu-central-1',
      account: '111122223333',
      foreign: true,
    });
  });
});

describe('the environment of a local deploy', () => {
  const engineers = {
    PATH: '/usr/bin',
    HOME: '/home/engineer',
    AWS_PROFILE: 'production',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL_S3: 'https://s3.example',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
    CDK_DEFAULT_ACCOUNT: '999999999999',
    HTTPS_PROXY: 'http://proxy.example',
  };

  it('knows the local engine and nothing of a real account', () => {
    const environment = cdkEnvironment(engineers, engineAccess({}, 4700), '/checkout');
    expect(environment).toMatchObject({
      HOME: '/home/engineer',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:4700',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    const { PATH: _path, HOME: _home, ...strangers } = engineers;
    for (const name of Object.keys(strangers)) expect(environment).not.toHaveProperty(name);
  });

  it('runs this very Node first, also for the functions on the engine', () => {
    const servers = serverEnvironment(engineers, '/checkout', '/work-folder');
    expect(servers['PATH']?.split(':')[0]).toBe(dirname(process.execPath));
    expect(Object.keys(servers).toSorted()).toEqual(['HOME', 'LANG', 'PATH', 'TMPDIR', 'TZ']);
  });
});

describe('the address of the desk', () => {
  it('is the output Url, before any other whose name contains it', () => {
    const outputs = { data: { TableUrl: 'http://other' }, desk: { Url: 'http://127.0.0.1:4700/live/' }, empty: {} };
    expect(deskUrlIn(outputs)).toBe('http://127.0.0.1:4700/live');
    expect(deskUrlIn({ desk: { ApiUrl: 'http://127.0.0.1:4700/live' } })).toBe('http://127.0.0.1:4700/live');
  });

  it('cannot be missing without a sentence', () => {
    expect(() => deskUrlIn({ data: { Table: 'desk' } })).toThrow(LocalDeskError);
  });
});
