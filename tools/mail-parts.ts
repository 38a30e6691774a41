import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileParts } from './mail-parts/compile-parts.ts';

const mails = join(dirname(dirname(fileURLToPath(import.meta.url))), 'views', 'mails');
const target = join(mails, 'compiled-parts.ts');

await writeFile(target, compileParts(await readFile(join(mails, 'mail.mjml'), 'utf8')));
console.log(target);
