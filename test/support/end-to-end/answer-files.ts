import type { StaffMember } from '../../../domain/organisation.ts';
import { sessionOf } from './staff.ts';
import { type Answered, press } from './web.ts';

/** The form that the desk offers to put one file into the store. */
export interface UploadOffer {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The buttons of the page about the files of a part, in one session. */
export async function filesOfPart(member: StaffMember, caseNumber: string, partId: string) {
  const session = await sessionOf(member);
  const door = { act: 'attach_file', caseNumber, on: partId };
  const post = (path: string, fields: Readonly<Record<string, string>> = {}): Promise<Answered> =>
    press(path, { ...door, ...fields }, { session });
  return {
    offer: async (): Promise<UploadOffer> => offerOn((await post('/desk/files')).text),
    attach: (fileId: string, name: string) => post('/desk/files/attach', { fileId, name }),
  };
}

/** Uploads a file and makes it part of the answer. Answers its id. */
export async function attachFile(
  member: StaffMember,
  caseNumber: string,
  file: { readonly name: string; readonly content: string },
): Promise<string> {
  const files = await filesOfPart(member, caseNumber, '1');
  const stored = await postToStore(await files.offer(), file.content);
  // The browser that uploaded it is led back to the desk.
  const arrived = await fetch(stored.headers.get('location') ?? '');
  const fileId = /name="fileId" value="([\w-]{22})"/.exec(await arrived.text())?.[1] ?? '';
  const { status } = await files.attach(fileId, file.name);
  if (status !== 200) throw new Error(`attaching a file to ${caseNumber} answered ${status}`);
  return fileId;
}

/** Posts a file straight to the store, as the form on the page does. */
export function postToStore({ address, fields }: UploadOffer, content: string): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new Blob([content]), 'whatever-it-is-called.bin');
  return fetch(address, { method: 'POST', body, redirect: 'manual' });
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#39': "'", amp: '&', lt: '<', gt: '>' };
const unescaped = (value: string) =>
  value.replaceAll(/&(quot|#39|amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? '');

function offerOn(page: string): UploadOffer {
  const [form = ''] = /<form[^>]*multipart\/form-data.*?<\/form>/s.exec(page) ?? [];
  const address = unescaped(/action="([^"]*)"/.exec(form)?.[1] ?? '');
  if (address === '') throw new Error('the page offers no upload');
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return {
    address,
    fields: Object.fromEntries([...hidden].map(([, name = '', value = '']) => [unescaped(name), unescaped(value)])),
  };
}
