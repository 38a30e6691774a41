import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The secret is none that calls can be signed with; what it holds instead is not told. */
export class WebhookSecretInvalidError extends Error {
  override readonly name = 'WebhookSecretInvalidError';
}

/** 24 to 64 bytes in base64, as Standard Webhooks wants. */
const SECRET = /^(whsec_)?(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What calls to the newsletter tool are signed with: one secret, or while it is replaced the new one and the old one,
 * with a space between. A function reads it once, while it starts. Throws WebhookSecretInvalidError.
 */
export async function loadWebhookSecrets(client: SecretsManagerClient, secretArn: string): Promise<readonly string[]> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretArn }));
  const secrets = (SecretString ?? '').split(' ').filter((secret) => secret !== '');
  if (secrets.length === 0 || !secrets.every((secret) => SECRET.test(secret))) {
    throw new WebhookSecretInvalidError('the secret is none for webhooks');
  }
  return secrets;
}
