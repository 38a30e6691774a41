import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { loadWebhookSecrets, WebhookSecretInvalidError } from '../../../adapters/secrets/webhook-secrets.ts';

// Nothing else of a client is called.
const clientWith = (SecretString: string | undefined) =>
  ({ send: () => Promise.resolve({ SecretString }) }) as unknown as SecretsManagerClient;
/** As the data stack has it made. */
const MADE = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6';
const NEW = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqr';

describe('the secret of the webhook', () => {
  it('is what was made, or two while one takes the place of the other', async () => {
    expect(await loadWebhookSecrets(clientWith(MADE), 'arn')).toEqual([MADE]);
    expect(await loadWebhookSecrets(clientWith(`${NEW} ${MADE}`), 'arn')).toEqual([NEW, MADE]);
  });

  it.each([undefined, '', ' ', 'short', 'whsec_', 'not base64 at all !!!', `${MADE} x`, 'x'.repeat(99)])(
    'is not %j, and an error does not repeat it',
    async (value) => {
      const error: unknown = await loadWebhookSecrets(clientWith(value), 'arn').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(WebhookSecretInvalidError);
      expect((error as Error).message).toBe('the secret is none for webhooks');
    },
  );
});
