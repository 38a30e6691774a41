import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { AttachmentStore } from '../../domain/inbound-mail/ports.ts';
import { attachmentKey } from '../attachment-key.ts';

/**
 * Keeps files beside the mails they came with, under `attachments/`. What they are is noted, but to S3 they are bytes:
 * none can ever be shown as a page. Needs the right to put there; the same file put again is one more version of it.
 */
export function createS3AttachmentStore(dependencies: {
  readonly client: S3Client;
  readonly bucket: string;
}): AttachmentStore {
  const { client, bucket } = dependencies;
  return {
    async keep(messageId, index, content, mediaType) {
      const key = attachmentKey(messageId, index);
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: content,
          ContentType: 'application/octet-stream',
          ContentDisposition: 'attachment',
          Metadata: { 'media-type': mediaType },
        }),
      );
      return key;
    },
  };
}
