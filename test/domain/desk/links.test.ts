import { describe, expect, it } from 'vitest';
import { collectAnswer } from '../../../domain/cases/use-cases/collect-answer.ts';
import { confirmRequest } from '../../../domain/cases/use-cases/confirm-request.ts';
import { collectionCodeOf } from '../../../domain/cases/collection-code.ts';
import { daysKeptWhenExpired, tokenHash, tokenSecretSchema } from '../../../domain/desk/action-token.ts';
import { decideAction } from '../../../domain/desk/use-cases/decide-action.ts';
import type { StaffInput } from '../../../domain/desk/staff-input.ts';
import { openAction } from '../../../domain/desk/use-cases/open-action.ts';
import { signIn as startSession } from '../../../domain/desk/use-cases/sign-in.ts';
import { TokenNotUsableError } from '../../../domain/errors.ts';
import { mintToken, type TokenGrant } from '../../../domain/outbox/mint-token.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { ANNA, answer, answerInput, SAM, submit, submitConfirmed } from '../../support/desk/people.ts';

const STAFF_KINDS = ['take', 'answer', 'hand_over', 'ask_identity', 'message', 'accept', 'dismiss'] as const;
const KINDS = ['confirm', 'collect', 'sign_in', 'confirm_contact', 'report_task', ...STAFF_KINDS] as const;
type Kind = (typeof KINDS)[number];
const HOUR = 3_600_000;

/** A link of each kind on the case in the status it is for, expiring in an hour. */
async function linkOf(desk: Desk, kind: Kind): Promise<{ secret: string; caseNumber: string }> {
  const { caseNumber } =
    kind === 'confirm' || kind === 'accept' || kind === 'dismiss' ? await submit(desk) : await opened(desk, kind);
  const { staffId } = ANNA;
  const grants: Readonly<Record<Kind, TokenGrant>> = {
    confirm: { action: 'confirm', caseNumber },
    collect: { action: 'collect', caseNumber },
    sign_in: { action: 'sign_in', staffId, continueTo: null, rehearsal: false },
    confirm_contact: { action: 'confirm_contact', caseNumber, textId: '000002-1' },
    report_task: { action: 'report_task', caseNumber, taskId: '1' },
    take: { action: 'take', caseNumber, staffId, on: null },
    answer: { action: 'answer', caseNumber, staffId, on: '1' },
    hand_over: { action: 'hand_over', caseNumber, staffId, on: null },
    ask_identity: { action: 'ask_identity', caseNumber, staffId, on: null },
    message: { action: 'message', caseNumber, staffId, on: null },
    accept: { action: 'accept', caseNumber, staffId, on: null },
    dismiss: { action: 'dismiss', caseNumber, staffId, on: null },
  };
  const { secret, token } = mintToken(
    desk.dependencies.randomBytes,
    grants[kind],
    desk.clock.now().add({ milliseconds: HOUR }),
  );
  await desk.stores.tokens.putAll([token]);
  return { secret, caseNumber };
}

async function opened(desk: Desk, kind: Kind) {
  const accepted = await submitConfirmed(desk);
  if (kind === 'collect') await answer(desk, ANNA, accepted.caseNumber);
  return accepted;
}

async function sessionOf(desk: Desk): Promise<string> {
  const expiresAt = desk.clock.now().add({ hours: 1 });
  const { secret, token } = mintToken(
    desk.dependencies.randomBytes,
    { action: 'sign_in', staffId: ANNA.staffId, continueTo: null, rehearsal: false },
    expiresAt,
  );
  await desk.stores.tokens.putAll([token]);
  return (await startSession(desk.dependencies, secret)).sessionSecret;
}

function inputOf(desk: Desk, caseNumber: string, action: (typeof STAFF_KINDS)[number]): StaffInput {
  switch (action) {
    case 'answer':
      return answerInput(desk, caseNumber);
    case 'dismiss':
      return { action, ground: 'spam' };
    case 'hand_over':
      return { action, to: SAM.staffId };
    case 'ask_identity':
      return { action, doubt: 'name_differs', level: 'L2', text: 'Op welk adres krijgt u uw rekening?' };
    case 'message':
      return { action, text: 'Wij zijn ermee bezig.' };
    case 'take':
    case 'accept':
      return { action };
  }
}

/** Every use case that takes the secret of a link; each says in one word what it did. */
const USES: Readonly<Record<string, { readonly takes: readonly Kind[]; readonly use: Use }>> = {
  confirmRequest: {
    takes: ['confirm'],
    use: async (desk, secret) => (await confirmRequest(desk.dependencies, secret)).caseNumber,
  },
  collectAnswer: {
    takes: ['collect'],
    use: async (desk, secret, caseNumber) => {
      const code = collectionCodeOf(desk.dependencies.keys, desk.caseOf(caseNumber));
      return (await collectAnswer(desk.dependencies, secret, code)).outcome;
    },
  },
  signIn: {
    takes: ['sign_in'],
    use: async (desk, secret) => (await startSession(desk.dependencies, secret)).member.staffId,
  },
  openAction: {
    takes: STAFF_KINDS,
    use: async (desk, secret) => {
      const door = { kind: 'link', secret } as const;
      return unlessExpired((await openAction(desk.dependencies, door, await sessionOf(desk))).outcome);
    },
  },
  decideAction: {
    takes: STAFF_KINDS,
    use: async (desk, secret, caseNumber) => {
      const token = await desk.stores.tokens.find(tokenHash(secret));
      const kind = STAFF_KINDS.find((each) => each === token?.action) ?? 'take';
      const door = { kind: 'link', secret } as const;
      const input = inputOf(desk, caseNumber, kind);
      const decided = await decideAction(desk.dependencies, door, await sessionOf(desk), input);
      return decided.outcome === 'done' ? `${decided.outcome} ${decided.action}` : unlessExpired(decided.outcome);
    },
  },
};

/** Staff are told in their session when their link has expired: it opens nothing all the same. */
function unlessExpired(outcome: string): string {
  if (outcome === 'link_expired') throw new TokenNotUsableError();
  return outcome;
}

type Use = (desk: Desk, secret: string, caseNumber: string) => Promise<string>;

/** Which of them change the case, and which use the link up. */
const CHANGING = new Set(['confirmRequest', 'collectAnswer', 'decideAction']);
const CONSUMING = new Set(['confirmRequest', 'decideAction', 'signIn']);

describe.each(Object.entries(USES))('%s', (name, { takes, use }) => {
  it.each(KINDS)('with a link to %s', async (kind) => {
    const desk = createDesk();
    const { secret, caseNumber } = await linkOf(desk, kind);
    const before = desk.caseOf(caseNumber);
    const isTaken = takes.includes(kind);
    const outcome = await use(desk, secret, caseNumber).then(
      () => 'taken',
      (error: unknown) => (error instanceof TokenNotUsableError ? 'refused' : error),
    );
    expect(outcome).toBe(isTaken ? 'taken' : 'refused');
    const { version } = desk.caseOf(caseNumber);
    const token = await desk.stores.tokens.find(tokenHash(secret));
    expect({ changed: version > before.version, used: token?.usedAt !== null }).toEqual({
      changed: isTaken && CHANGING.has(name),
      used: isTaken && CONSUMING.has(name),
    });
  });

  it.each(takes)('takes a link to %s to its last millisecond and not one more', async (kind) => {
    for (const [waited, isTaken] of [
      [HOUR - 1, true],
      [HOUR, false],
      [HOUR + 1, false],
    ] as const) {
      const desk = createDesk();
      const { secret, caseNumber } = await linkOf(desk, kind);
      await desk.runFor({ milliseconds: waited });
      const outcome = await use(desk, secret, caseNumber).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(TokenNotUsableError);
          return false;
        },
      );
      expect([waited - HOUR, outcome]).toEqual([waited - HOUR, isTaken]);
    }
  });

  it('tells a wrong link from nothing: every one is refused alike', async () => {
    const desk = createDesk();
    const { secret, caseNumber } = await linkOf(desk, takes[0] ?? 'take');
    const near = [
      secret.slice(1),
      `${secret}A`,
      secret.toLowerCase(),
      secret.toUpperCase(),
      '',
      'A'.repeat(43),
      tokenHash(secret),
    ];
    const errors = await Promise.all(
      near.filter((guess) => guess !== secret).map((guess) => use(desk, guess, caseNumber).then(() => null, String)),
    );
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('TokenNotUsableError');
  });
});

describe('what is kept of a link', () => {
  it.each(KINDS)('to %s lasts long enough to tell its holder what became of it, and not for ever', async (kind) => {
    const desk = createDesk();
    const { secret } = await linkOf(desk, kind);
    const token = await desk.stores.tokens.find(tokenHash(secret));
    const isOfStaff = kind === 'sign_in' || STAFF_KINDS.some((each) => each === kind);
    expect(token && daysKeptWhenExpired(token)).toBe(isOfStaff ? 30 : 90);
  });
});

describe('a link', () => {
  it('holds 256 random bits, of which only a hash is kept', async () => {
    const desk = createDesk();
    await submit(desk);
    const { secret, token } = mintToken(
      desk.dependencies.randomBytes,
      { action: 'confirm', caseNumber: 'x' },
      desk.clock.now(),
    );
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(tokenSecretSchema.safeParse(secret).success).toBe(true);
    expect(JSON.stringify(token)).not.toContain(secret);
    const [link] = desk.mailbox.linksOf(desk.mailbox.last('confirm_request'));
    expect(JSON.stringify(desk.stores.desk.tokens.list())).not.toContain(link?.secret);
  });
});
