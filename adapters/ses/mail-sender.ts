import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { MailNotSentError } from '../../domain/errors.ts';
import type { MailSender } from '../../domain/ports.ts';
import { classifySendError } from './classify-send-error.ts';
import { buildMime, type Mailbox } from './mime.ts';

/** How mails leave: the sender, where replies go, and the configuration set they leave by. */
export interface SesMailSettings {
  readonly client: SESv2Client;
  readonly from: Mailbox;
  readonly replyTo: string;
  readonly configurationSet: string;
}

/** One address and nothing else: no list, no display name, no comment, no quoted part, no route. */
const ONE_ADDRESS = /^[^\s\p{C}@,;:<>()[\]"\\]{1,64}@[^\s\p{C}@,;:<>()[\]"\\]{1,255}$/u;
const NOT_IN_A_TAG = /[^A-Za-z0-9_-]/g;

/** Sends through SES with the one attempt its client has. The message is built here, so its headers are the desk's. */
export function createSesMailSender({ client, from, replyTo, configurationSet }: SesMailSettings): MailSender {
  return {
    send: async (mail) => {
      if (!ONE_ADDRESS.test(mail.to)) throw new MailNotSentError('InvalidAddress', false);
      const raw = await buildMime({ ...mail, from, replyTo: mail.replyTo ?? replyTo });
      const command = new SendEmailCommand({
        FromEmailAddress: from.address,
        Destination: { ToAddresses: [mail.to] },
        ConfigurationSetName: configurationSet,
        EmailTags: [{ Name: 'outboxId', Value: mail.outboxId.replaceAll(NOT_IN_A_TAG, '-') }],
        Content: { Raw: { Data: raw } },
      });
      try {
        await client.send(command);
      } catch (error) {
        throw classifySendError(error);
      }
    },
  };
}
