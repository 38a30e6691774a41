import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { givenOutAs } from '../../domain/inbound-mail/given-out-as.ts';
import type { InboundMailFiles } from '../../domain/inbound-mail/ports.ts';
import { contentDisposition } from './content-disposition.ts';
import { foundOrNot } from './found-or-not.ts';

const LINK_LIVES_SECONDS = 60;

/**
 * Links to what came in by mail. Needs the right to get objects, which is asked when the link is made as well as used,
 * and the right to list: without it S3 answers for what is gone as for what may not be read, and `linkTo` throws.
 */
export function createS3InboundMailFiles(dependencies: {
  readonly client: S3Client;
  readonly bucket: string;
}): InboundMailFiles {
  const { client, bucket } = dependencies;
  return {
    async origin() {
      // Signing asks nobody: it is the way to the address that later links will have.
      return new URL(await getSignedUrl(client, new HeadBucketCommand({ Bucket: bucket }))).origin;
    },
    async linkTo(objectKey, savedAs, mediaType) {
      const object = { Bucket: bucket, Key: objectKey };
      if ((await foundOrNot(client.send(new HeadObjectCommand(object)))) === undefined) return undefined;
      const command = new GetObjectCommand({
        ...object,
        ResponseContentDisposition: contentDisposition(savedAs),
        ResponseContentType: givenOutAs(mediaType),
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(client, command, { expiresIn: LINK_LIVES_SECONDS });
    },
  };
}
