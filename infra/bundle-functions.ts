import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { OrganisationProfile } from '../domain/organisation.ts';
import { makeApiReference } from './api-reference/make-api-reference.ts';
import { compileStyles } from './compile-styles.ts';
import { type FunctionName, functionNames } from './function-names.ts';
import { SettingsError } from './settings-error.ts';

/** Folder of each function's code, ready to be uploaded: `index.mjs` exporting `handler`. */
export type FunctionBundles = Readonly<Record<FunctionName, string>>;

export interface BundlingPlace {
  /** Folder that holds `<name>/handler.ts` of every function. */
  readonly sources: string;
  /** Emptied, then filled with `<name>/index.mjs`. */
  readonly output: string;
}

/**
 * Bundles all functions in one go. The organisation profile goes into the code as the constant
 * `ORGANISATION_PROFILE_JSON`: no read at start, and a change of it is a change of the code. So do the style sheet in
 * its colours, as `DESK_STYLES`, and the reference of the API, as `API_REFERENCE`.
 * @throws SettingsError when a function has no handler
 */
export async function bundleFunctions(place: BundlingPlace, profile: OrganisationProfile): Promise<FunctionBundles> {
  const handlerOf = (name: FunctionName) => join(place.sources, name, 'handler.ts');
  const missing = functionNames.filter((name) => !existsSync(handlerOf(name)));
  if (missing.length > 0) {
    throw new SettingsError(`No handler.ts in the folder of ${missing.join(', ')} under ${place.sources}.`);
  }
  await rm(place.output, { recursive: true, force: true });
  await build({
    entryPoints: Object.fromEntries(functionNames.map((name) => [`${name}/index`, handlerOf(name)])),
    outdir: place.output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    define: {
      ORGANISATION_PROFILE_JSON: JSON.stringify(JSON.stringify(profile)),
      DESK_STYLES: JSON.stringify(await compileStyles(profile.look)),
      API_REFERENCE: JSON.stringify(await makeApiReference(profile)),
    },
    plugins: [builtinsWithoutImport],
  });
  return bundlesIn(place.output);
}

/** The bundles that stand in a folder already. */
export function bundlesIn(folder: string): FunctionBundles {
  return {
    'public-api': join(folder, 'public-api'),
    'manage-consents': join(folder, 'manage-consents'),
    'subscriber-api': join(folder, 'subscriber-api'),
    'collect-answer': join(folder, 'collect-answer'),
    'staff-desk': join(folder, 'staff-desk'),
    'show-pages': join(folder, 'show-pages'),
    'advance-case': join(folder, 'advance-case'),
    'dispatch-outbox': join(folder, 'dispatch-outbox'),
    'record-mail-events': join(folder, 'record-mail-events'),
    'receive-mail': join(folder, 'receive-mail'),
    sweep: join(folder, 'sweep'),
  };
}

/**
 * Importing `node:http` as a module makes Node read all its lazy exports, 16 to 20 ms of every cold start
 * (nodejs/node#59686); getBuiltinModule does not.
 */
const builtinsWithoutImport: Plugin = {
  name: 'builtins-without-import',
  setup(bundler) {
    const builtins = new Set(builtinModules.map((name) => name.replace(/^node:/, '')));
    bundler.onResolve({ filter: /.*/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return path.startsWith('node:') || builtins.has(name) ? { path: name, namespace: 'builtin' } : null;
    });
    bundler.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)});`,
      loader: 'js',
    }));
  },
};
