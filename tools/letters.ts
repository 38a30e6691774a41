import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ctTelecom } from '../infra/organisations/ct-telecom.ts';
import { gallery } from './letters/gallery.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'build', 'letters', 'index.html');

const { page, count } = gallery(ctTelecom);
await mkdir(dirname(file), { recursive: true });
await writeFile(file, page);
console.log(`${count} mails and letters, in Dutch and English: ${file}`);
