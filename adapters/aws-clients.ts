import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';

/** How patient a client is. */
interface Patience {
  readonly maxAttempts: number;
  readonly requestTimeout: number;
}

const CONNECTION_TIMEOUT_MILLISECONDS = 1000;

/**
 * Settings of every client; region, endpoint and credentials come from the environment. `requestTimeout` alone only
 * warns and lets the call hang: `throwOnRequestTimeout` makes it end. No logger: it would print what people wrote.
 */
function settings({ maxAttempts, requestTimeout }: Patience) {
  return {
    retryMode: 'standard',
    maxAttempts,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MILLISECONDS,
      requestTimeout,
      throwOnRequestTimeout: true,
    },
  };
}

/** Answers in milliseconds when it answers at all. */
export function createDynamoDbClient(requestTimeoutMilliseconds = 3000): DynamoDBClient {
  return new DynamoDBClient(settings({ maxAttempts: 3, requestTimeout: requestTimeoutMilliseconds }));
}

/** One attempt: a repeated send is a second mail, so whether to try again is the outbox's decision (rule R9). */
export function createSesClient(requestTimeoutMilliseconds = 10_000): SESv2Client {
  return new SESv2Client(settings({ maxAttempts: 1, requestTimeout: requestTimeoutMilliseconds }));
}

/** A start may be repeated: its name makes it happen once. */
export function createStepFunctionsClient(requestTimeoutMilliseconds = 5000): SFNClient {
  return new SFNClient(settings({ maxAttempts: 3, requestTimeout: requestTimeoutMilliseconds }));
}

/** Read once, while the function starts. */
export function createSecretsManagerClient(requestTimeoutMilliseconds = 5000): SecretsManagerClient {
  return new SecretsManagerClient(settings({ maxAttempts: 3, requestTimeout: requestTimeoutMilliseconds }));
}

/** Long enough for the largest file. An engine of one's own has one host for all buckets, so they stand in the path. */
export function createS3Client(requestTimeoutMilliseconds = 10_000): S3Client {
  return new S3Client({
    ...settings({ maxAttempts: 3, requestTimeout: requestTimeoutMilliseconds }),
    forcePathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined,
  });
}
