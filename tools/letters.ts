import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DEFAULT_ORGANISATION, organisationIds, organisations } from '../infra/organisations/organisations.ts';
import { gallery } from './letters/gallery.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'build', 'letters', 'index.html');

const { values } = parseArgs({ options: { organisation: { type: 'string', default: DEFAULT_ORGANISATION } } });
const organisation = organisations.get(values.organisation);
if (organisation === undefined) throw new RangeError(`choose an organisation from ${organisationIds}`);

const { page, count } = gallery(organisation);
await mkdir(dirname(file), { recursive: true });
await writeFile(file, page);
console.log(`${count} mails and letters, in Dutch and English: ${file}`);
