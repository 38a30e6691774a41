import { givenOutAs } from '../../domain/inbound-mail/given-out-as.ts';
import type { AttachmentStore, InboundMailFiles, InboundMailReader } from '../../domain/inbound-mail/ports.ts';
import { attachmentKey } from '../attachment-key.ts';

const ORIGIN = 'https://mails.example.org';

export interface MemoryInboundMailStore extends InboundMailReader, InboundMailFiles, AttachmentStore {
  /** What a link leads to; undefined when it leads nowhere. */
  open(
    address: string,
  ): { readonly content: Uint8Array; readonly savedAs: string; readonly mediaType: string } | undefined;
}

/** What came in by mail, in memory, by key. Links do not expire here. */
export function createMemoryInboundMailStore(
  objects: Map<string, Uint8Array> = new Map<string, Uint8Array>(),
): MemoryInboundMailStore {
  return {
    async read(objectKey) {
      return objects.get(objectKey)?.slice();
    },
    async keep(messageId, index, content) {
      const key = attachmentKey(messageId, index);
      objects.set(key, content.slice());
      return key;
    },
    async origin() {
      return ORIGIN;
    },
    async linkTo(objectKey, savedAs, mediaType) {
      if (!objects.has(objectKey)) return undefined;
      const query = new URLSearchParams({ savedAs, mediaType: givenOutAs(mediaType) });
      return `${ORIGIN}/${objectKey}?${query.toString()}`;
    },
    open(address) {
      const { pathname, searchParams } = new URL(address);
      const content = objects.get(pathname.slice(1));
      return content === undefined
        ? undefined
        : { content, savedAs: searchParams.get('savedAs') ?? '', mediaType: searchParams.get('mediaType') ?? '' };
    },
  };
}
