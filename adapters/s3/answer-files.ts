import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { LARGEST_FILE } from '../../domain/cases/answer-file.ts';
import type { AnswerFileReader, AnswerFileStore } from '../../domain/ports.ts';
import { contentDisposition } from './content-disposition.ts';
import { foundOrNot } from './found-or-not.ts';

export interface AnswerFilesDependencies {
  readonly client: S3Client;
  readonly bucket: string;
}

const LINK_LIVES_SECONDS = 60;
const OFFER_LIVES_SECONDS = 900;

/** Links to one version each. Needs the right to get versions, which is asked when the link is made as well as used. */
export function createS3AnswerFileReader({ client, bucket }: AnswerFilesDependencies): AnswerFileReader {
  return {
    async origin() {
      // Signing asks nobody: it is the way to the address that later links will have.
      return new URL(await getSignedUrl(client, new HeadBucketCommand({ Bucket: bucket }))).origin;
    },
    async linkTo({ key, versionId, mediaType }, savedAs) {
      const version = { Bucket: bucket, Key: key, VersionId: versionId };
      if ((await foundOrNot(client.send(new HeadObjectCommand(version)))) === undefined) return undefined;
      const command = new GetObjectCommand({
        ...version,
        ResponseContentDisposition: contentDisposition(savedAs),
        ResponseContentType: mediaType,
        ResponseCacheControl: 'no-store',
      });
      return getSignedUrl(client, command, { expiresIn: LINK_LIVES_SECONDS });
    },
  };
}

/** The store in S3. A form is signed with the rights of whoever makes it: to put under `incoming/`. */
export function createS3AnswerFileStore(dependencies: AnswerFilesDependencies): AnswerFileStore {
  const { client, bucket } = dependencies;
  return {
    ...createS3AnswerFileReader(dependencies),
    async offerUpload(key, continueTo) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Expires: OFFER_LIVES_SECONDS,
        Fields: { success_action_redirect: continueTo },
        Conditions: [['content-length-range', 1, LARGEST_FILE]],
      });
      return { address: url, fields };
    },
    async readArrived(key) {
      const found = await foundOrNot(client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      const { Body: body, ContentLength: bytes = 0, VersionId: versionId } = found ?? {};
      if (body === undefined || versionId === undefined) return undefined;
      if (bytes < 1 || bytes > LARGEST_FILE) {
        await body.transformToWebStream().cancel();
        return undefined;
      }
      return { versionId, content: await body.transformToByteArray() };
    },
    async keep(from, key, mediaType) {
      const copied = await client.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: key,
          CopySource: `${bucket}/${from.key}?versionId=${encodeURIComponent(from.versionId)}`,
          // What the browser that uploaded it said of it stays behind; no browser ever shows it in place of a page.
          MetadataDirective: 'REPLACE',
          ContentType: mediaType,
          ContentDisposition: 'attachment',
        }),
      );
      if (copied.VersionId === undefined) throw new TypeError('the bucket keeps versions');
      return copied.VersionId;
    },
  };
}
