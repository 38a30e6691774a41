import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { toCaseTime, toWallTime } from '../../domain/cases/case-clock.ts';
import { extendedLadderOf, extendedTargetOf, ladderOf, type Step, weeklyStep } from '../../domain/cases/ladder.ts';
import type { StepId } from '../../domain/cases/step-id.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import type { HolidayCalendar } from '../../domain/deadlines/calendar.ts';
import { holidayCalendarOf } from '../../domain/deadlines/holiday-rules.ts';
import { type Deadlines, reckonDeadlines } from '../../domain/deadlines/deadlines.ts';
import { instantText } from '../../domain/instants.ts';
import type { DeskClient } from '../desk-client/desk-client.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import type { Accepted, RehearsalBody } from '../desk-client/requests.ts';
import type { Requester } from './people.ts';
import type { Story } from './story.ts';

/** A domain that no mail server can have (RFC 2606). */
const ANY_DOMAIN = 'rehearsal.example';

/** Where a scenario plays: a desk, the length of a day, and the story it writes. */
export interface Stage {
  readonly client: DeskClient;
  /** Seconds of wall time. */
  readonly dayLastsSeconds: number;
  readonly story: Story;
}

/** How a life begins. */
export interface Opening {
  readonly requester: Requester;
  /** The instant of receipt, with its offset. */
  readonly receivedAt: string;
  readonly parts: RehearsalBody['parts'];
  /** What is asked, as the end of "Jan asks …". */
  readonly asks: string;
}

/** One case that lives by a rehearsal clock, as those see it who hold its mails. */
export interface Life {
  readonly stage: Stage;
  /** `email` is empty for somebody who has none. */
  readonly requester: Requester & { readonly email: string };
  readonly accepted: Accepted;
  /** What each part asks for, in order. */
  readonly requestTypes: readonly RequestType[];
  readonly calendar: HolidayCalendar;
  readonly dates: Deadlines;
  /** The day staff work to once the limit was extended. */
  readonly extendedTarget?: Temporal.PlainDate;
  /** Named rungs, in order. */
  readonly ladder: readonly Step[];
  /** Case time at a wall instant. */
  readonly caseTime: (wall: Temporal.Instant) => Temporal.Instant;
  /** Wall time of a case instant, rounded up to a second. */
  readonly wallTime: (caseInstant: Temporal.Instant) => Temporal.Instant;
  /** The rung with this name, a weekly one too. Throws RangeError. */
  readonly rung: (step: StepId) => Step;
  /** Sleeps until a case instant has come. */
  readonly until: (caseInstant: Temporal.Instant) => Promise<void>;
  /** Writes a line into the story; `at` is wall time, now unless told otherwise. */
  readonly tell: (who: string, what: string, at?: Temporal.Instant) => void;
  /** Every mail about the case so far. */
  readonly mails: () => Promise<readonly Mail[]>;
}

/** Sends the request of a new life. Throws NotAcceptedError. */
export async function beginLife(stage: Stage, opening: Opening): Promise<Life> {
  const { client, dayLastsSeconds, story } = stage;
  const caseStart = Temporal.Instant.from(opening.receivedAt);
  const { name, language } = opening.requester;
  const email = addressFor(stage, name);
  const accepted = await client.rehearse({
    language,
    requester: { name, email },
    parts: opening.parts,
    rehearsal: { caseStart: instantText(caseStart), dayLastsSeconds },
  });
  story.tell({ at: caseStart, who: name, what: `${opening.asks} (${accepted.caseNumber})` });
  return lifeOf(stage, {
    requester: { name, language, email },
    accepted,
    caseStart,
    receivedAt: caseStart,
    requestTypes: opening.parts.map(({ requestType }) => requestType),
  });
}

/** What is known of a case from the outside once the desk has taken it in. */
export interface TakenIn extends Pick<Life, 'requester' | 'accepted' | 'requestTypes'> {
  /** Case time at which its clock began. */
  readonly caseStart: Temporal.Instant;
  readonly receivedAt: Temporal.Instant;
}

/** The life of a case the desk has taken in, however it came. */
export function lifeOf(stage: Stage, { requester, accepted, requestTypes, caseStart, receivedAt }: TakenIn): Life {
  const { client, dayLastsSeconds, story } = stage;
  const { caseNumber, sentAt, answeredAt } = accepted;
  const clock = {
    kind: 'rehearsal',
    wallStart: instantText(sentAt.add(halved(sentAt.until(answeredAt)))),
    caseStart: instantText(caseStart),
    dayLastsSeconds,
  } as const;
  const calendar = holidayCalendarOf(client.organisation.calendar);
  const caseTime = (wall: Temporal.Instant) => toCaseTime(clock, wall);
  const wallTime = (caseInstant: Temporal.Instant) => toWallTime(clock, caseInstant);
  const life: Omit<Life, 'ladder' | 'rung'> = {
    stage,
    requester,
    accepted,
    requestTypes,
    calendar,
    dates: reckonDeadlines(receivedAt, calendar),
    caseTime,
    wallTime,
    until: async (caseInstant) => {
      const wait = Temporal.Now.instant().until(wallTime(caseInstant)).total('milliseconds');
      if (wait > 0) await sleep(wait);
    },
    tell: (who, what, at = Temporal.Now.instant()) => story.tell({ at: caseTime(at), who, what }),
    mails: () => client.mailbox.about(caseNumber),
  };
  return withLadder(life, ladderOf({ receivedAt, requestTypes }, calendar));
}

function withLadder(life: Omit<Life, 'ladder' | 'rung'>, ladder: readonly Step[]): Life {
  return {
    ...life,
    ladder,
    rung: (step) => {
      const [, week] = /^still_open_(\d+)$/.exec(step) ?? [];
      const found = week === undefined ? ladder.find((rung) => rung.step === step) : weeklyStep(ladder, Number(week));
      if (found === undefined) throw new RangeError(`the ladder of this case has no ${step}`);
      return found;
    },
  };
}

/** The same life once its limit was extended to a civil date: it has the rungs of the extension too. */
export function extendedLife(life: Life, until: string): Life {
  const date = Temporal.PlainDate.from(until);
  const receivedAt = Temporal.Instant.from(life.accepted.receivedAt);
  const rungs = [...life.ladder, ...extendedLadderOf(receivedAt, date, life.calendar)];
  const ladder = rungs.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  return withLadder({ ...life, extendedTarget: extendedTargetOf(receivedAt, date, life.calendar) }, ladder);
}

/** A rung beside the ladder, such as a reminder of a question. @param at the instant, with its offset */
export function rungBeside(step: StepId, at: string): Step {
  return { step, kind: 'reminder', at: Temporal.Instant.from(at), roles: [], neverOvertaken: true };
}

/** Seconds of wall time from now until a case instant; negative when it has passed. */
export function secondsUntil(life: Life, caseInstant: Temporal.Instant): number {
  return Temporal.Now.instant().until(life.wallTime(caseInstant)).total('seconds');
}

/**
 * An address of its own for each life: the desk writes to one unconfirmed address three times a day at most.
 * @param name of whoever reads there
 */
export function addressFor({ client }: Pick<Stage, 'client'>, name: string): string {
  const local = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  const domain = client.desk.rehearsalMailDomain ?? ANY_DOMAIN;
  return `${local}.${Temporal.Now.instant().epochMilliseconds.toString(36)}@${domain}`;
}

function halved(duration: Temporal.Duration): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.floor(duration.total('milliseconds') / 2) });
}
