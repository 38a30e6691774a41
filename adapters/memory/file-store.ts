import { LARGEST_FILE } from '../../domain/cases/answer-file.ts';
import type { AnswerFileStore, FileVersion } from '../../domain/ports.ts';

const ORIGIN = 'https://files.example.org';

export interface MemoryFileStore extends AnswerFileStore {
  /** What the browser does with an offered form: stores a new version under its key. Throws RangeError for a size the form does not allow. */
  upload(key: string, content: Uint8Array): void;
  /** What a link leads to; undefined when it leads nowhere. */
  open(address: string): { readonly content: Uint8Array; readonly savedAs: string } | undefined;
  /** Everything of a key goes, as on its date. */
  expire(key: string): void;
}

/** Files with versions, in memory. Links do not expire here. */
export function createMemoryFileStore(): MemoryFileStore {
  const versions = new Map<string, Uint8Array[]>();
  const contentOf = ({ key, versionId }: FileVersion) => versions.get(key)?.[Number(versionId) - 1];
  const put = (key: string, content: Uint8Array): string => {
    const all = [...(versions.get(key) ?? []), content.slice()];
    versions.set(key, all);
    return String(all.length);
  };
  return {
    async origin() {
      return ORIGIN;
    },
    async linkTo({ key, versionId }, savedAs) {
      if (contentOf({ key, versionId }) === undefined) return undefined;
      return `${ORIGIN}/${key}?${new URLSearchParams({ versionId, savedAs }).toString()}`;
    },
    async offerUpload(key, continueTo) {
      return { address: `${ORIGIN}/`, fields: { key, success_action_redirect: continueTo } };
    },
    async readArrived(key) {
      const all = versions.get(key) ?? [];
      const content = all.at(-1);
      return content === undefined ? undefined : { versionId: String(all.length), content: content.slice() };
    },
    async keep(from, key) {
      const content = contentOf(from);
      if (content === undefined) throw new RangeError('no such version');
      return put(key, content);
    },
    upload(key, content) {
      if (content.length < 1 || content.length > LARGEST_FILE)
        throw new RangeError('the form does not allow this size');
      put(key, content);
    },
    open(address) {
      const { pathname, searchParams } = new URL(address);
      const version = { key: pathname.slice(1), versionId: searchParams.get('versionId') ?? '' };
      const content = contentOf(version);
      return content === undefined ? undefined : { content, savedAs: searchParams.get('savedAs') ?? '' };
    },
    expire(key) {
      versions.delete(key);
    },
  };
}
