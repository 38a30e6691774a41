import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

import { cutHistory } from '../adapters/mime/cut-history.ts';
import { requestTypeSchema } from '../domain/cases/request-types.ts';
import { recogniseRights, type Recognition } from '../domain/recognition/recognise-rights.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'letters');
const TOPICS = ['nieuwsbrief', 'mailing'];

/** The rules were made with one half in view, and never with the other. */
export type Half = 'seen' | 'unseen';

const letterSchema = z.object({
  subject: z.string(),
  text: z.string(),
  asks: z.array(requestTypeSchema),
  stopsMailings: z.boolean(),
});
export type Letter = z.infer<typeof letterSchema>;

/** A letter as somebody filed it by hand, and what the rules make of it. */
export interface ReadLetter {
  readonly letter: Letter;
  readonly recognised: Recognition;
}

/** Reads a half of the letters as mail is read: history is cut first. Empty if there is no such half. */
export async function readLetters(half: Half): Promise<readonly ReadLetter[]> {
  const files = await readdir(join(FOLDER, half)).catch(() => []);
  const letters = files.filter((file) => file.endsWith('.json')).toSorted();
  return Promise.all(
    letters.map(async (file) => {
      const letter = letterSchema.parse(JSON.parse(await readFile(join(FOLDER, half, file), 'utf8')));
      const { written } = cutHistory(letter.text);
      return { letter, recognised: recogniseRights({ subject: letter.subject, written }, TOPICS) };
    }),
  );
}
