import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleFunctions } from '../../infra/bundle-functions.ts';
import { functionNames } from '../../infra/function-names.ts';
import { SettingsError } from '../../infra/settings-error.ts';
import { readSettings } from '../../infra/settings.ts';

const { organisation } = readSettings({ stage: 'local' });

function folderWith(names: readonly string[], source: string) {
  const root = mkdtempSync(join(tmpdir(), 'desk-sources-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(join(root, 'functions', name), { recursive: true });
    writeFileSync(join(root, 'functions', name, 'handler.ts'), source);
  }
  return { sources: join(root, 'functions'), output: join(root, 'build') };
}

describe('bundling', () => {
  it('makes one file for each function, with the organisation in it and no import left', async () => {
    const place = folderWith(
      functionNames,
      `import { createHash } from 'node:crypto';
       import http from 'http';
       declare const ORGANISATION_PROFILE_JSON: string;
       export const handler = () => [
         JSON.parse(ORGANISATION_PROFILE_JSON).legalName,
         createHash('sha256').update('').digest('hex').slice(0, 8),
         typeof http.request,
       ];`,
    );
    const bundles = await bundleFunctions(place, organisation);
    expect(Object.keys(bundles).toSorted()).toEqual([...functionNames].toSorted());
    const file = join(bundles.sweep, 'index.mjs');
    expect(readFileSync(file, 'utf8')).not.toMatch(/\bimport\b|\brequire\(/);
    const { handler } = (await import(pathToFileURL(file).href)) as { handler: () => unknown };
    expect(handler()).toEqual([organisation.legalName, 'e3b0c442', 'function']);
  });

  it('takes away what an earlier bundling left', async () => {
    const place = folderWith(functionNames, 'export const handler = () => 1;');
    mkdirSync(join(place.output, 'gone'), { recursive: true });
    writeFileSync(join(place.output, 'gone', 'index.mjs'), '');
    await bundleFunctions(place, organisation);
    expect(() => readFileSync(join(place.output, 'gone', 'index.mjs'))).toThrow(/ENOENT/);
  });

  it('says which functions have no handler', async () => {
    const place = folderWith(functionNames.slice(0, functionNames.indexOf('dispatch-outbox')), '');
    await expect(bundleFunctions(place, organisation)).rejects.toThrow(
      new SettingsError(
        `No handler.ts in the folder of dispatch-outbox, record-mail-events, receive-mail, sweep under ${place.sources}.`,
      ),
    );
  });
});
