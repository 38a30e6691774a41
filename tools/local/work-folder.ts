import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where the engine of a desk unpacks the functions. Outside the checkout, as on AWS: inside it a function would find
 * packages that are not in its bundle, and would inherit the checkout's module type.
 */
function workFolder(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  return join(tmpdir(), `privacy-desk-${userInfo().uid}-${name}`);
}

/** Makes it anew, for this user only. */
export async function emptyWorkFolder(folder: string): Promise<string> {
  const path = workFolder(folder);
  await removeWorkFolder(folder);
  await mkdir(path, { mode: 0o700 });
  return path;
}

export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(workFolder(folder), { recursive: true, force: true });
}
