import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import type { InboundMailReader } from '../../domain/inbound-mail/ports.ts';

/**
 * The bucket SES puts mails into. Needs the right to get objects. Without a right to list, S3 answers for a mail that is
 * not there as for one that may not be read, and `read` throws.
 */
export function createS3InboundMailStore(dependencies: {
  readonly client: S3Client;
  readonly bucket: string;
}): InboundMailReader {
  const { client, bucket } = dependencies;
  return {
    async read(objectKey) {
      try {
        const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: objectKey }));
        return await body?.transformToByteArray();
      } catch (error) {
        if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
        throw error;
      }
    },
  };
}
