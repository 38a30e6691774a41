import { describe, expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { StoredItemInvalidError, VersionConflictError } from '../../../domain/errors.ts';
import {
  caseContent,
  changeOf,
  creationOf,
  testCaseNumber,
  textOf,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { suppressionOf } from '../../support/fixtures/consents.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const NUMBER = testCaseNumber(1);
const OTHER = testCaseNumber(2);

export function describeCaseTexts(name: string, makeDesk: MakeDesk): void {
  describe(`what people wrote about a case, ${name}`, () => {
    it('is nothing at first', async () => {
      const { desk } = await withCase(makeDesk);
      expect(await desk.cases.listTexts(NUMBER)).toEqual([]);
    });

    it('is listed in order of writing, each case by itself', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const other = creationOf(unconfirmedCase(OTHER));
      await desk.intake.create(other);
      const theirs = textOf(OTHER, '000002-1');
      await desk.cases.commit({ ...changeOf(other.case, []), texts: [theirs] });

      const tenth = { ...changeOf(stored, ['message_received']), texts: [textOf(NUMBER, '000010-1')] };
      await desk.cases.commit(tenth);
      const twice = [textOf(NUMBER, '000002-2'), textOf(NUMBER, '000002-1', { kind: 'draft' })];
      await desk.cases.commit({ ...changeOf(tenth.case, ['proposal_made']), texts: twice });

      const listed = await desk.cases.listTexts(NUMBER);
      expect(listed.map(({ textId }) => textId)).toEqual(['000002-1', '000002-2', '000010-1']);
      expect(listed[0]).toEqual(twice[1]);
      expect(await desk.cases.listTexts(OTHER)).toEqual([theirs]);
    });

    it('keeps every field to the letter', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const text = textOf(NUMBER, '000002-1', {
        kind: 'draft',
        from: { kind: 'staff', staffId: 'anna-handler' },
        texts: { text: 'ë'.repeat(20_000), scope: ' \t\r\n ', facts: '', 'art_15-3': '👩‍👩‍👧 שלום' },
      });
      await desk.cases.commit({ ...changeOf(stored, ['proposal_made']), texts: [text] });

      expect(await desk.cases.listTexts(NUMBER)).toEqual([text]);
    });

    it('is emptied by a text of the same id', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const address = textOf(NUMBER, '000002-1', {
        kind: 'address_on_file',
        texts: { address: 'jan@voorheen.example' },
      });
      const first = { ...changeOf(stored, ['identity_code_sent']), texts: [address] };
      await desk.cases.commit(first);
      const emptied = { ...address, texts: {} };
      await desk.cases.commit({ ...changeOf(first.case, ['identity_recorded']), texts: [emptied] });

      expect(await desk.cases.listTexts(NUMBER)).toEqual([emptied]);
    });

    it('raises when it does not parse', async () => {
      const { desk, stored } = await withCase(makeDesk);
      await desk.cases.commit({ ...changeOf(stored, ['message_received']), texts: [textOf(NUMBER, '000002-1')] });
      await desk.spoil({ kind: 'text', caseNumber: NUMBER, textId: '000002-1' });

      await expect(desk.cases.listTexts(NUMBER)).rejects.toThrow(StoredItemInvalidError);
    });
  });

  describe(`content and suppressions in a change, ${name}`, () => {
    it('replaces the content, and is left alone by a change that brings none', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const content = caseContent(NUMBER, { requester: { name: 'Jan de Vries', email: 'jan@nieuw.example' } });
      const moved = { ...changeOf(stored, ['contact_changed']), content };
      await desk.cases.commit(moved);
      expect(await desk.cases.findContent(NUMBER)).toEqual(content);

      await desk.cases.commit(changeOf(moved.case, ['message_sent']));
      expect(await desk.cases.findContent(NUMBER)).toEqual(content);
    });

    it('adds suppressions, and one that is there already takes the later instant', async () => {
      const { desk, stored } = await withCase(makeDesk);
      const early = suppressionOf('jan', { at: '2026-01-01T00:00:00.000Z' });
      const first = { ...changeOf(stored, ['part_carried_out']), suppressions: [early] };
      await desk.cases.commit(first);
      const others = [suppressionOf('jan'), suppressionOf('old address of jan')] as const;
      await desk.cases.commit({ ...changeOf(first.case, ['part_carried_out']), suppressions: others });

      for (const { contact, at } of others) {
        expect(await desk.consents.listSuppressions([contact])).toMatchObject([{ contact, objectedAt: at }]);
      }
    });

    it('stores none of it with a change that is refused', async () => {
      const { desk, stored } = await withCase(makeDesk);
      await desk.cases.commit(changeOf(stored, ['case_taken']));
      const content = caseContent(NUMBER, { message: 'Te laat.' });
      const suppression = suppressionOf('jan');
      const late = {
        ...changeOf(stored, ['message_received']),
        texts: [textOf(NUMBER, '000002-1')],
        content,
        suppressions: [suppression],
      };

      await expect(desk.cases.commit(late)).rejects.toThrow(VersionConflictError);
      expect(await desk.cases.listTexts(NUMBER)).toEqual([]);
      expect(await desk.cases.findContent(NUMBER)).toEqual(caseContent(NUMBER));
      expect(await desk.consents.listSuppressions([suppression.contact])).toEqual([]);
    });
  });
}

async function withCase(makeDesk: MakeDesk): Promise<{ desk: ContractDesk; stored: Case }> {
  const desk = await makeDesk();
  const creation = creationOf(unconfirmedCase(NUMBER));
  await desk.intake.create(creation);
  return { desk, stored: creation.case };
}
