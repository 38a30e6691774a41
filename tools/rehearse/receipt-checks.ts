import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { findTopic, shownText } from '../../domain/consents/wording.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { checkout } from '../local/local-desk.ts';
import { preferencesUrlOf, type Reader } from './readers.ts';

/**
 * Checks the proof of a consent: the mail, the page and the file hold the literal words and their version, the file is
 * valid by the schema in the repository, and it does not name the reader.
 * @param mail the receipt as it was mailed
 */
export async function checkReceipt(reader: Reader, mail: Mail, topics: readonly string[]): Promise<void> {
  const { client, story } = reader.stage;
  const shown = topics.flatMap((id) => {
    const topic = findTopic(client.organisation, id);
    return topic === undefined ? [] : [shownText(topic, reader.language)];
  });
  const words = shown.flatMap(({ text, version }) => [text, version]);
  const preferences = preferencesUrlOf(mail);
  const page = await reader.browser.open(preferences.replace('?', '/receipt?'));
  const file = await reader.browser.open(preferences.replace('?', '/receipt.json?'));
  reader.tell(reader.name, 'reads the receipt, and keeps it as a file');
  const places = [
    ['mail', mail.text.replaceAll(/\s+/g, ' ')],
    ['page', page.text],
    ['file', file.html],
  ] as const;
  story.check(
    'Mail, page and file hold the literal words agreed to and their version',
    places.flatMap(([what, text]) =>
      words.filter((word) => !text.includes(word)).map((word) => `The ${what} lacks “${word}”.`),
    ),
  );
  story.check('The file is valid by contracts/consent-receipt.schema.json', await faultsOf(file.html));
  story.check(
    'Neither page nor file names the address',
    [page.html, file.html].some((text) => text.includes(reader.email)) ? ['One does.'] : [],
  );
}

async function faultsOf(text: string): Promise<readonly string[]> {
  const schema: unknown = JSON.parse(
    await readFile(join(checkout, 'contracts', 'consent-receipt.schema.json'), 'utf8'),
  );
  if (typeof schema !== 'object' || schema === null) return ['There is no schema.'];
  const ajv = ajvFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  const validate = ajv.compile(schema);
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}.`);
}
