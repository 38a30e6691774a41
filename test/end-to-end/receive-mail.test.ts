import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { conversation, inboundQueues, mailToDesk, storedMail, takenIn } from '../support/end-to-end/inbound-mail.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { allLogLines } from '../support/end-to-end/sinks.ts';

const INBOUND = 'desk.cttelecom.nl';
const canary = unique('canarywriter');
const writer = `${canary}@example.com`;

/** A mail with bytes that are no UTF-8, lines that begin with a dot, and a body of its own. */
function letter(subject = unique('letter ')): string {
  return [
    `From: Jan <${writer}>`,
    'To: support@cttelecom.nl',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Goedendag,',
    '.',
    '..ik wil mijn gegevens zien.',
    `Groet, Ren\u00e9e ${canary}`,
    '',
  ].join('\r\n');
}

const queuesAreEmpty = () =>
  waitFor('the queue to be read', 30, async () => {
    const { waiting, givenUp } = await inboundQueues();
    return waiting === 0 ? { waiting, givenUp } : undefined;
  });

let givenUpBefore: number;
beforeAll(async () => {
  ({ givenUp: givenUpBefore } = await inboundQueues());
});

describe('a mail to the desk', () => {
  it.each([ctTelecom.supportEmail, ctTelecom.mailFrom.address, `reply+p-00000@${INBOUND}`, `Anything@${INBOUND}`])(
    'is taken in: %s',
    async (address) => {
      await takenIn(await mailToDesk(address, letter(), writer));
      expect(await queuesAreEmpty()).toEqual({ waiting: 0, givenUp: givenUpBefore });
    },
  );

  it('is kept as it came', async () => {
    const raw = letter();
    const mailId = await mailToDesk(ctTelecom.supportEmail, raw, writer);
    expect(await storedMail(mailId)).toBe(Buffer.from(raw, 'utf8').toString('latin1'));
  });

  it.each([
    ['from nobody, as bounces are', letter(), ''],
    ['of no form at all', '\u0000\u0001 no header \r\n', writer],
    ['of nothing', '\r\n', writer],
  ])('is taken in %s', async (_what, raw, from) => {
    await takenIn(await mailToDesk(ctTelecom.mailFrom.address, raw, from));
    expect(await queuesAreEmpty()).toEqual({ waiting: 0, givenUp: givenUpBefore });
  });

  it('leaves no word of itself in any log', async () => {
    await takenIn(await mailToDesk(ctTelecom.supportEmail, letter(), writer));
    expect((await allLogLines()).filter((line) => line.includes(canary))).toEqual([]);
  });
});

describe('what is not for the desk', () => {
  it.each(['info@cttelecom.nl', 'support@example.com', `support@other.${INBOUND}`, `support@${INBOUND}.example.com`])(
    'is refused with the addresses that are: %s',
    async (address) => {
      const refusal = await mailToDesk(address, letter()).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ responseCode: 550 });
      expect(String(refusal)).toContain(ctTelecom.supportEmail);
    },
  );

  it('is refused when it is too large and says so', async () => {
    const raw = `Subject: large\r\n\r\n${'x'.repeat(76).concat('\r\n').repeat(420_000)}`;
    await expect(mailToDesk(ctTelecom.supportEmail, raw)).rejects.toMatchObject({ responseCode: 552 });
  });

  it('is refused when it is too large and keeps quiet about it', async () => {
    const { socket, say } = await conversation();
    await say('EHLO visitor.example', '250');
    await say('MAIL FROM:<visitor@example.com>', '250');
    await say(`RCPT TO:<${ctTelecom.supportEmail}>`, '250');
    await say('DATA', '354');
    const megabyte = Buffer.from('x'.repeat(62).concat('\r\n').repeat(16_384));
    for (let sent = 0; sent <= 31; sent += 1) {
      if (!socket.write(megabyte)) await once(socket, 'drain');
    }
    const refusal = await say('.', '552');
    socket.destroy();
    expect(refusal).toContain('30 MB');
  });

  it('is no way in for a password', async () => {
    const { socket, say } = await conversation();
    const offered = await say('EHLO visitor.example', '250');
    socket.destroy();
    expect(offered).toContain('SIZE 31457280');
    expect(offered).not.toMatch(/AUTH|STARTTLS/);
  });
});
