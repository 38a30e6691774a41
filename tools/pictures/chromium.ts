import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sparticuz, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** What a serverless chromium is started with, without what would take its guard away or make it unlike people's. */
const UNLIKE_PEOPLES =
  /^--(?:disable-web-security|allow-running-insecure-content|disable-site-isolation|single-process)/;
/** Drawing by a graphics processor that is itself played by the processor: twice the work for pages like ours. */
const PLAYED_GRAPHICS = /^--(?:use-gl|use-angle|in-process-gpu|ignore-gpu-blocklist|enable-unsafe-swiftshader)/;

/**
 * A browser that needs nothing installed; it also runs as root, as in a container. `letters`: the size of letters that its
 * user has chosen, in pixels; browsers come with 16.
 */
export async function openBrowser({ letters }: { readonly letters?: number } = {}): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  if (await lacksLibraries(executablePath)) await bringLibraries();
  return chromium.launch({
    executablePath,
    args: [
      ...sparticuz.args.filter((flag) => !UNLIKE_PEOPLES.test(flag) && !PLAYED_GRAPHICS.test(flag)),
      '--disable-gpu',
      ...(letters === undefined ? [] : [`--blink-settings=defaultFontSize=${letters}`]),
    ],
    headless: true,
  });
}

async function lacksLibraries(program: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ldd', [program]).catch(() => ({ stdout: '' }));
  return stdout.includes('not found');
}

/** Unpacks the libraries that come with the browser, and has the loader find them. */
async function bringLibraries(): Promise<void> {
  const folder = join(tmpdir(), 'al2023', 'lib');
  const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin', 'al2023.tar.br');
  if (!existsSync(folder)) await inflate(packed);
  setupLambdaEnvironment(folder);
}
