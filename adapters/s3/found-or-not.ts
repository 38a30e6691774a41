import { S3ServiceException } from '@aws-sdk/client-s3';

/** What a call answers, or undefined when there is no such thing; anything else that goes wrong is thrown. */
export async function foundOrNot<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
