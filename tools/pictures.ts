import { resolve } from 'node:path';
import { DeskFileError } from './desk-client/desk-address.ts';
import { createDeskClient } from './desk-client/desk-client.ts';
import { findVenue } from './local/find-venue.ts';
import { LocalDeskError, StoppedError } from './local/local-desk-error.ts';
import { checkout } from './local/local-desk.ts';
import { terminalProgress } from './local/progress.ts';
import { createCamera, PictureTooLargeError } from './pictures/camera.ts';
import { openBrowser } from './pictures/chromium.ts';
import { pictureDesk } from './pictures/desk-pictures.ts';
import { picturesHelp, readPicturesOptions } from './pictures/options.ts';
import { pictureAnswer, pictureAsking, picturePreferences } from './pictures/public-pictures.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof StoppedError) return 130;
  const known =
    error instanceof LocalDeskError || error instanceof DeskFileError || error instanceof PictureTooLargeError;
  const unknown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${known ? error.message : unknown}\n`);
  return 1;
});

async function main(): Promise<number> {
  const options = readPicturesOptions(process.argv.slice(2));
  if (options.help) return say(picturesHelp);
  const stop = new AbortController();
  for (const signal of signals) process.once(signal, () => stop.abort());
  const venue = await findVenue({
    desk: options.desk,
    own: {
      folder: '.local/pictures',
      day: 'real',
      announce: () => say('No desk is up: bringing one up for the pictures.'),
    },
    signal: stop.signal,
  });
  const browser = await openBrowser();
  // What is under way fails when its window is gone.
  stop.signal.addEventListener('abort', () => void browser.close());
  try {
    const client = createDeskClient(venue.desk);
    const folder = resolve(checkout, options.folder);
    const camera = await createCamera(browser, folder);
    const { step } = terminalProgress(process.stdout);
    const pictured = await step('Asking, and confirming', () => pictureAsking(client, camera));
    await step('The desk, and answering', () => pictureDesk(client, camera, pictured));
    await step('Collecting', () => pictureAnswer(client, camera, pictured));
    await step('Preferences', () => picturePreferences(client, camera));
    return say(`${camera.taken.length} pictures in ${folder}: ${camera.taken.join(', ')}`);
  } catch (error) {
    throw stop.signal.aborted ? new StoppedError() : error;
  } finally {
    await browser.close();
    await venue.end();
  }
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
