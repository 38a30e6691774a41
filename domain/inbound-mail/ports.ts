/** Reads messages as they came in. */
export interface InboundMailReader {
  /** The whole message; undefined when it is not kept any more. */
  read(objectKey: string): Promise<Uint8Array | undefined>;
}

/** Gives out what came in by mail: whole messages and the files that came with them. */
export interface InboundMailFiles {
  /** Where its links lead, as an origin (RFC 6454). */
  origin(): Promise<string>;
  /**
   * An address that saves it as `savedAs`, for a minute and to whoever has it; undefined when it is not kept any more.
   * @param mediaType what it is given out as; a type no letter comes in is given out as bytes
   */
  linkTo(objectKey: string, savedAs: string, mediaType: string): Promise<string | undefined>;
}

/** Keeps files that came with mails. */
export interface AttachmentStore {
  /**
   * Keeps the `index`-th file of a mail and answers its key; the same file again has the same key.
   * @param mediaType what it is given out as
   */
  keep(messageId: string, index: number, content: Uint8Array, mediaType: string): Promise<string>;
}
