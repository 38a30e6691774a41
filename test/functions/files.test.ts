import { describe, expect, it } from 'vitest';
import { incomingKey } from '../../domain/cases/answer-file.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  type Asked,
  collect,
  answer,
  lastAbout,
  OFFICER,
  PROTECTION_OFFICER,
  SAM,
  signIn,
  staffSecret,
  submitConfirmed,
  take,
  decide,
} from '../support/desk/people.ts';

const PDF = Buffer.from('%PDF-1.7 gegevens');
const BUCKET = 'https://files.example.org';
const PORTABILITY: Asked = { ...ACCESS, parts: [{ requestType: 'portability' }] };

const policyOf = (reply: HttpReply) => /form-action ([^;]*)/.exec(reply.headers['content-security-policy'] ?? '')?.[1];
const valueOf = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Staff at work on the files of part 1, in one browser. */
async function atFiles(desk: Desk, caseNumber: string, cookie: string) {
  const door = { act: 'attach_file', caseNumber, on: '1' };
  const post = (route: string, fields: Readonly<Record<string, string>> = {}) =>
    desk.gateway(formCall(route, { ...door, ...fields }, { cookie }));
  return {
    post,
    show: () => post('POST /desk/files'),
    /** Posts the form of the page to the store and follows where it leads. */
    upload: async (content: Uint8Array) => {
      const { body } = await post('POST /desk/files');
      desk.stores.files.upload(valueOf(body, 'key'), content);
      const leadsTo = new URL(valueOf(body, 'success_action_redirect').replaceAll('&amp;', '&'));
      return desk.gateway({
        route: 'GET /desk/files/arrived',
        query: Object.fromEntries(leadsTo.searchParams),
        headers: { cookie, 'sec-fetch-site': 'cross-site' },
      });
    },
  };
}

async function attached(desk: Desk, asked: Asked = ACCESS, content: Uint8Array = PDF) {
  const accepted = await submitConfirmed(desk, asked);
  await take(desk, ANNA, accepted.caseNumber);
  const files = await atFiles(desk, accepted.caseNumber, await signIn(desk, ANNA));
  const arrived = await files.upload(content);
  const fileId = valueOf(arrived.body, 'fileId');
  const reply = await files.post('POST /desk/files/attach', { fileId, name: 'Alles over u' });
  return { ...accepted, files, arrived, fileId, reply };
}

/** Attached, answered, approved by Sam; collected once. */
async function collected(desk: Desk) {
  const made = await attached(desk);
  await answer(desk, ANNA, made.caseNumber);
  await decide(desk, SAM, 'approve', made.caseNumber, { decision: 'approve' });
  const page = await collect(desk, made.caseNumber, made.collectionCode);
  const token = desk.mailbox.secretIn(lastAbout(desk, 'answer_ready', made.caseNumber), 'collect');
  const save = (fields: Readonly<Record<string, string>> = {}) =>
    desk.gateway(
      formCall('POST /collect/file', {
        token,
        collectionCode: made.collectionCode,
        fileId: made.fileId,
        ...fields,
      }),
    );
  return { ...made, page, save };
}

describe('the page of the files', () => {
  it('posts a new file straight to the store, and only there may its forms lead besides the desk', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const files = await atFiles(desk, caseNumber, await signIn(desk, ANNA));
    const page = await files.show();
    expect(page.status).toBe(200);
    expect(policyOf(page)).toBe(`'self' ${BUCKET}`);
    expect(page.body).toContain(`action="${BUCKET}/" enctype="multipart/form-data"`);
    expect(valueOf(page.body, 'key')).toMatch(new RegExp(`^incoming/${caseNumber}/[A-Za-z0-9_-]{22}$`));
    expect(page.body.lastIndexOf('type="file"')).toBeGreaterThan(
      page.body.lastIndexOf('name="success_action_redirect"'),
    );
    const elsewhere = await desk.gateway({ route: 'GET /desk', headers: {} });
    expect(policyOf(elsewhere)).toBe("'self'");
  });

  it('opens by the link to answer in its addressee’s session, and does not use it up', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const open = async (cookie: string) => desk.gateway(formCall('POST /desk/files', { token }, { cookie }));
    const cookie = await signIn(desk, ANNA);
    const page = await desk.gateway(formCall('POST /desk/act', { token }, { cookie }));
    expect(page.body).toContain('/desk/files?language=nl&sent=1" formnovalidate');
    expect((await open(cookie)).body).toContain('type="file"');
    expect((await open(cookie)).body).toContain('type="file"');
    const stranger = await open(await signIn(desk, SAM));
    expect([stranger.status, stranger.body.includes('type="file"')]).toEqual([403, false]);
  });

  it.each([
    ['nobody', () => Promise.resolve('')],
    ['the data protection officer', (desk: Desk) => signIn(desk, PROTECTION_OFFICER)],
  ])('shows nothing to %s, and takes nothing from them', async (_who, cookieOf) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const files = await atFiles(desk, caseNumber, await cookieOf(desk));
    const fileId = 'a'.repeat(22);
    desk.stores.files.upload(incomingKey(caseNumber, fileId), PDF);
    for (const route of ['', '/attach', '/open', '/remove']) {
      const reply = await files.post(`POST /desk/files${route}`, { fileId, name: 'x' });
      expect(reply.body).not.toContain('type="file"');
      expect(reply.headers['location']).toBeUndefined();
    }
    expect(desk.caseOf(caseNumber).files).toEqual([]);
  });
});

describe('a file that has arrived', () => {
  it('is attached by one press, under the name that was given', async () => {
    const desk = createDesk();
    const { caseNumber, arrived, reply } = await attached(desk);
    expect(arrived.status).toBe(200);
    expect(arrived.body).not.toContain('Vries');
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Alles over u.pdf');
    expect(desk.caseOf(caseNumber).files).toHaveLength(1);
  });

  it('is refused with its reason, and nothing is attached', async () => {
    const desk = createDesk();
    const { caseNumber, reply } = await attached(desk, PORTABILITY);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Een PDF mag niet.');
    expect(desk.caseOf(caseNumber).files).toEqual([]);
  });

  it('needs a name', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const files = await atFiles(desk, caseNumber, await signIn(desk, ANNA));
    const fileId = valueOf((await files.upload(PDF)).body, 'fileId');
    const reply = await files.post('POST /desk/files/attach', { fileId, name: '///' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('id="field-name-error"');
  });

  it('is told by no address that is not the desk’s own', async () => {
    const desk = createDesk();
    const query = { case: 'P-1', part: '"><script>', file: 'x' };
    expect((await desk.gateway({ route: 'GET /desk/files/arrived', query })).status).toBe(404);
  });

  it('can be removed by the link to answer, which then still answers', async () => {
    const desk = createDesk();
    const { caseNumber, fileId } = await attached(desk);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const cookie = await signIn(desk, ANNA);
    await desk.gateway(formCall('POST /desk/files/remove', { token, fileId }, { cookie }));
    expect(desk.caseOf(caseNumber).files).toEqual([]);
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });

  it('can be removed again', async () => {
    const desk = createDesk();
    const { caseNumber, files, fileId } = await attached(desk);
    const reply = await files.post('POST /desk/files/remove', { fileId });
    expect(reply.body).not.toContain('Alles over u');
    expect(desk.caseOf(caseNumber).files).toEqual([]);
  });
});

describe('the second person', () => {
  it('is shown that there are files and opens them before approving', async () => {
    const desk = createDesk();
    const { caseNumber, fileId } = await attached(desk);
    await answer(desk, ANNA, caseNumber);
    const token = staffSecret(desk, SAM, 'approve', caseNumber);
    const cookie = await signIn(desk, SAM);
    const post = (route: string, fields: Readonly<Record<string, string>> = {}) =>
      desk.gateway(formCall(route, { token, ...fields }, { cookie }));
    expect((await post('POST /desk/act')).body).toContain('Bekijk de bestanden');
    const page = await post('POST /desk/files');
    expect(page.body).toContain('Alles over u.pdf');
    expect(page.body).not.toContain('type="file"');
    expect(page.body).not.toContain('/desk/files/remove');
    const opened = await post('POST /desk/files/open', { fileId });
    expect(opened.status).toBe(303);
    expect(desk.stores.files.open(opened.headers['location'] ?? '')?.savedAs).toBe('Alles over u.pdf');
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });
});

describe('collecting', () => {
  it('lists the files with the answer and leads to each for link and code', async () => {
    const desk = createDesk();
    const { page, save } = await collected(desk);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Alles over u.pdf');
    expect(policyOf(page)).toBe(`'self' ${BUCKET}`);
    const reply = await save();
    expect(reply.status).toBe(303);
    expect(desk.stores.files.open(reply.headers['location'] ?? '')?.savedAs).toBe('Alles over u.pdf');
  });

  it('gives nothing for a wrong code, a wrong link or another file', async () => {
    const desk = createDesk();
    const { save } = await collected(desk);
    const replies = [
      await save({ collectionCode: 'AAAA-AAAA-AAAA' }),
      await save({ token: 'A'.repeat(43) }),
      await save({ fileId: 'a'.repeat(22) }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([422, 404, 410]);
    expect(replies.map(({ headers }) => headers['location'])).toEqual([undefined, undefined, undefined]);
  });

  it('shows no files with an answer that has none', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    const page = await collect(desk, caseNumber, collectionCode);
    expect(page.body).not.toContain('/collect/file');
    expect(policyOf(page)).toBe("'self'");
  });
});

describe('a form for files', () => {
  it('posted through the form of actions does nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const reply = await decide(desk, OFFICER, 'attach_file', caseNumber).catch(() => undefined);
    expect(reply?.status ?? 422).toBe(422);
    expect(desk.caseOf(caseNumber).files).toEqual([]);
  });
});
