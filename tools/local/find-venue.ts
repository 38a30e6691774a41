import { join } from 'node:path';
import { type DeskAddress, deskAddressOf, readDeskAddress } from '../desk-client/desk-address.ts';
import type { DayLength } from './day-length.ts';
import { checkout, startLocalDesk } from './local-desk.ts';
import { terminalProgress } from './progress.ts';
import { findRunning } from './running.ts';

/** A desk to play on. `end` ends one that was brought up for it, and leaves any other as it is. */
export interface Venue {
  readonly desk: DeskAddress;
  readonly end: () => Promise<void>;
}

export interface VenueOptions {
  /** Path of a `desk.json` to take; undefined takes the desk of `npm start` if that is up. */
  readonly desk: string | undefined;
  /** The other way: where a desk of its own lives, below the checkout, how long its days last, and what is said first. */
  readonly own: { readonly folder: string; readonly day: DayLength; readonly announce: () => void };
  readonly signal: AbortSignal;
}

/**
 * The desk that was named, or the one that is up, or one of its own for as long as the tool runs.
 * @throws DeskFileError or LocalDeskError with a sentence for the engineer
 */
export async function findVenue({ desk, own, signal }: VenueOptions): Promise<Venue> {
  if (desk !== undefined) return asItIs(await readDeskAddress(desk));
  const running = await findRunning(join(checkout, '.local'));
  if (running.state === 'up') return asItIs(deskAddressOf(running.desk));
  own.announce();
  const progress = terminalProgress(process.stdout);
  const started = await startLocalDesk({ folder: own.folder, ports: 'free', day: own.day, progress, signal });
  return { desk: deskAddressOf(started), end: started.stop };
}

function asItIs(desk: DeskAddress): Venue {
  return { desk, end: () => Promise.resolve() };
}
