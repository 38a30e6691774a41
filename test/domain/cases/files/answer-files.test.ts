import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fileMediaTypeSchema, incomingKey, keptKey } from '../../../../domain/cases/answer-file.ts';
import { collectionCodeOf } from '../../../../domain/cases/collection-code.ts';
import type { RequestType } from '../../../../domain/cases/request-types.ts';
import { attachFile, offerFileUpload } from '../../../../domain/cases/use-cases/attach-file.ts';
import { releaseFile } from '../../../../domain/cases/use-cases/release-file.ts';
import { removeFile } from '../../../../domain/cases/use-cases/remove-file.ts';
import { createRuleDesk, type RuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const PDF = Buffer.from('%PDF-1.7 de gegevens van Jan');
const JSON_FILE = Buffer.from('{"naam":"Jan"}');
let ids = 0;

/** The browser uploads, the handler attaches. */
async function attach(
  desk: RuleDesk,
  caseNumber: string,
  content: Uint8Array = PDF,
  name = 'Uw gegevens',
  partId = '1',
) {
  const fileId = `file-${String((ids += 1)).padStart(17, '0')}`;
  desk.stores.files.upload(incomingKey(caseNumber, fileId), content);
  await attachAgain(desk, caseNumber, fileId, name, partId);
  return fileId;
}

function attachAgain(desk: RuleDesk, caseNumber: string, fileId: string, name = 'Uw gegevens', partId = '1') {
  const act = { staffId: STAFF.handler, on: partId, tokenHash: null };
  return attachFile(desk.dependencies, desk.openCase(caseNumber), act, { fileId, name }, desk.clock.now());
}

/** Received, identified, answered with one file, approved by a colleague: closed. */
async function answered(desk: RuleDesk, type: RequestType = 'access', content: Uint8Array = PDF) {
  const caseNumber = await desk.receiveConfirmed([type]);
  const fileId = await attach(desk, caseNumber, content);
  await desk.identify(caseNumber);
  await desk.decide(STAFF.handler, caseNumber, '1', { outcome: type === 'question' ? 'answered' : 'granted' });
  await desk.approve(STAFF.colleague, caseNumber);
  return { caseNumber, fileId };
}

async function release(desk: RuleDesk, caseNumber: string, fileId: string, code?: string) {
  const right = collectionCodeOf(desk.dependencies.keys, desk.caseOf(caseNumber));
  const secret = await desk.link({ action: 'collect', caseNumber });
  return releaseFile(desk.dependencies, secret, code ?? right, fileId);
}

const eventsOf = (desk: RuleDesk, caseNumber: string, type: string) =>
  desk.eventsOf(caseNumber).filter((event) => event.type === type);

describe('attaching a file', () => {
  it('pins what arrived: these bytes, this version, what they are by themselves', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const fileId = await attach(desk, caseNumber, PDF, 'Gegevens van Jan de Vries.exe');
    const [file] = desk.openCase(caseNumber).files;
    expect(file).toMatchObject({
      fileId,
      partId: '1',
      mediaType: 'application/pdf',
      bytes: PDF.length,
      attachedBy: STAFF.handler,
    });
    expect(file?.sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect(file?.key).toBe(keptKey(caseNumber, fileId));
    const [event] = eventsOf(desk, caseNumber, 'file_attached');
    expect(event?.details).toMatchObject({ fileId, partId: '1', sha256: file?.sha256 });
  });

  it('keeps the name out of the case and its events', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await attach(desk, caseNumber, PDF, 'Jan de Vries');
    expect(JSON.stringify([desk.caseOf(caseNumber), desk.eventsOf(caseNumber)])).not.toContain('Vries');
    expect((await desk.stores.cases.listTexts(caseNumber)).map(({ texts }) => texts['name'])).toContain('Jan de Vries');
  });

  it('is not touched by what is uploaded to the same place later', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk);
    desk.stores.files.upload(incomingKey(caseNumber, fileId), Buffer.from('%PDF-other'));
    const released = await release(desk, caseNumber, fileId);
    if (released.outcome !== 'released') throw new Error(released.outcome);
    expect(Buffer.from(desk.stores.files.open(released.address)?.content ?? []).equals(PDF)).toBe(true);
  });

  it('happens once, however often the button is pressed', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const fileId = await attach(desk, caseNumber);
    await attachAgain(desk, caseNumber, fileId);
    expect(desk.openCase(caseNumber).files).toHaveLength(1);
    expect(eventsOf(desk, caseNumber, 'file_attached')).toHaveLength(1);
  });

  it.each([
    ['nothing that arrived', null, 'file_missing'],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00]), 'file_type'],
    ['a Word document', Buffer.from('PK\u0003\u0004....[Content_Types].xml'), 'file_type'],
  ])('is refused for %s', async (_what, content, rule) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const attempt =
      content === null ? attachAgain(desk, caseNumber, 'x'.repeat(22)) : attach(desk, caseNumber, content);
    expect(await ruleOf(attempt)).toBe(rule);
    expect(desk.openCase(caseNumber).files).toEqual([]);
  });

  it('is refused without a name, and for the twenty-first file', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    expect(await ruleOf(attach(desk, caseNumber, PDF, ' ../.. '))).toBe('file_name');
    for (let count = 0; count < 20; count += 1) await attach(desk, caseNumber);
    expect(await ruleOf(attach(desk, caseNumber))).toBe('files_too_many');
    const offer = async () => offerFileUpload(desk.dependencies, desk.openCase(caseNumber), '1', 'x', 'https://x');
    expect(await ruleOf(offer())).toBe('files_too_many');
  });

  it('and removing wait while a second person looks, and are over once the part is decided', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'question']);
    const fileId = await attach(desk, caseNumber);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', {});
    const remove = () =>
      removeFile(
        desk.dependencies,
        desk.openCase(caseNumber),
        { staffId: STAFF.handler, on: '1', tokenHash: null },
        fileId,
        desk.clock.now(),
      );
    expect(await ruleOf(attach(desk, caseNumber))).toBe('already_waiting');
    expect(await ruleOf(remove())).toBe('already_waiting');
    await desk.approve(STAFF.colleague, caseNumber);
    expect(await ruleOf(attach(desk, caseNumber))).toBe('case_not_possible');
    expect(await ruleOf(remove())).toBe('case_not_possible');
    expect(desk.openCase(caseNumber).files).toHaveLength(1);
  });
});

describe('removing a file', () => {
  it('takes it off the answer and empties its name', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const fileId = await attach(desk, caseNumber, PDF, 'Jan de Vries');
    const act = { staffId: STAFF.handler, on: '1', tokenHash: null };
    await removeFile(desk.dependencies, desk.openCase(caseNumber), act, fileId, desk.clock.now());
    expect(desk.openCase(caseNumber).files).toEqual([]);
    expect(eventsOf(desk, caseNumber, 'file_removed')).toHaveLength(1);
    expect(JSON.stringify(await desk.stores.cases.listTexts(caseNumber))).not.toContain('Vries');
  });
});

describe('an answer with a file', () => {
  it('needs L2 even where the type asks less and nobody ticked personal data', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    await attach(desk, caseNumber);
    const decide = () => desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'answered', personalData: false });
    expect(await ruleOf(decide())).toBe('identity_needed');
    await desk.identify(caseNumber);
    await decide();
    expect(desk.openCase(caseNumber).proposals[0]?.kind).toBe('release');
  });

  it('waits for a second person, who is another one', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await attach(desk, caseNumber);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', { personalData: false });
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
    expect(await ruleOf(desk.approve(STAFF.handler, caseNumber))).toBe('second_person');
    await desk.approve(STAFF.colleague, caseNumber);
    expect(desk.caseOf(caseNumber).parts[0]?.decision).toMatchObject({
      outcome: 'granted',
      releasedBy: STAFF.colleague,
    });
  });

  it('cannot be that nothing is held', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await attach(desk, caseNumber);
    await desk.identify(caseNumber);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'nothing_held' }))).toBe(
      'files_attached',
    );
  });
});

describe('portability', () => {
  it.each(fileMediaTypeSchema.options)('takes %s only if it is JSON or CSV', async (mediaType) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['portability']);
    const rule = await ruleOf(attach(desk, caseNumber, SAMPLES[mediaType]));
    expect(rule).toBe(mediaType === 'application/json' || mediaType === 'text/csv' ? null : 'file_not_portable');
  });

  it('is not answered with a PDF by attaching it first and re-typing the part then', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await attach(desk, caseNumber);
    await desk.identify(caseNumber);
    await desk.act(
      STAFF.handler,
      caseNumber,
      { action: 'retype', to: 'portability', reason: 'De persoon wil een bestand.' },
      '1',
    );
    if (desk.openCase(caseNumber).proposals.length > 0) await desk.approve(STAFF.teamLead, caseNumber);
    expect(desk.openCase(caseNumber).parts[0]?.requestType).toBe('portability');
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', {}))).toBe('file_not_portable');
  });
});

const SAMPLES = {
  'application/pdf': PDF,
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  'application/zip': Buffer.from('PK\u0003\u0004data.csv'),
  'application/json': JSON_FILE,
  'text/csv': Buffer.from('naam;woonplaats\nJan;Utrecht\n'),
  'text/plain': Buffer.from('Beste Jan, hier zijn uw gegevens.'),
} as const;

describe('collecting a file', () => {
  it('leads to that very file under its name, and records each time', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk, 'portability', JSON_FILE);
    for (const _time of [1, 2]) {
      const released = await release(desk, caseNumber, fileId);
      if (released.outcome !== 'released') throw new Error(released.outcome);
      const opened = desk.stores.files.open(released.address);
      expect(opened?.savedAs).toBe('Uw gegevens.json');
      expect(Buffer.from(opened?.content ?? []).equals(JSON_FILE)).toBe(true);
    }
    expect(eventsOf(desk, caseNumber, 'file_collected')).toHaveLength(2);
    expect(eventsOf(desk, caseNumber, 'answer_collected')).toHaveLength(1);
  });

  it('needs the code, and says so a limited number of times', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk);
    const secret = await desk.link({ action: 'collect', caseNumber });
    const outcomes = new Set<string>();
    for (let count = 0; count < 26; count += 1) {
      outcomes.add((await releaseFile(desk.dependencies, secret, 'AAAA-AAAA-AAAA', fileId)).outcome);
    }
    expect([...outcomes]).toEqual(['wrong_code', 'too_many_tries']);
    expect(eventsOf(desk, caseNumber, 'file_collected')).toEqual([]);
  });

  it('checks the level of identity again', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk);
    desk.stores.desk.cases.put(caseNumber, { ...desk.caseOf(caseNumber), identity: null });
    expect(await release(desk, caseNumber, fileId)).toEqual({ outcome: 'identity_needed' });
    expect(eventsOf(desk, caseNumber, 'file_collected')).toEqual([]);
  });

  it('gives nothing that no second person has seen, whatever the case says', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk);
    const closed = desk.caseOf(caseNumber);
    const parts = closed.parts.map((part) =>
      part.decision?.outcome === 'granted' ? { ...part, decision: { ...part.decision, releasedBy: null } } : part,
    );
    desk.stores.desk.cases.put(caseNumber, { ...closed, parts });
    expect(await release(desk, caseNumber, fileId)).toEqual({ outcome: 'gone' });
  });

  it('ends where the file was let go or never was', async () => {
    const desk = createRuleDesk();
    const { caseNumber, fileId } = await answered(desk);
    expect(await release(desk, caseNumber, 'x'.repeat(22))).toEqual({ outcome: 'gone' });
    desk.stores.files.expire(keptKey(caseNumber, fileId));
    expect(await release(desk, caseNumber, fileId)).toEqual({ outcome: 'gone' });
  });

  it('of an open case is not possible, though its part was decided and approved', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'question']);
    const fileId = await attach(desk, caseNumber);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', {});
    await desk.approve(STAFF.colleague, caseNumber);
    expect(await release(desk, caseNumber, fileId)).toEqual({ outcome: 'reopened' });
  });
});
