import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { toCaseTime, toWallTime } from '../../domain/cases/case-clock.ts';
import { ladderOf, type Step, type StepId, weeklyStep } from '../../domain/cases/ladder.ts';
import { dutchHolidayCalendar, type HolidayCalendar } from '../../domain/deadlines/calendar.ts';
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
  readonly requester: Requester & { readonly email: string };
  readonly accepted: Accepted;
  readonly calendar: HolidayCalendar;
  readonly dates: Deadlines;
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
  const email = addressOf(name, client.desk.rehearsalMailDomain ?? ANY_DOMAIN);
  const accepted = await client.rehearse({
    language,
    requester: { name, email },
    parts: opening.parts,
    rehearsal: { caseStart: instantText(caseStart), dayLastsSeconds },
  });
  const { caseNumber, sentAt, answeredAt } = accepted;
  story.tell({ at: caseStart, who: name, what: `${opening.asks} (${caseNumber})` });

  const clock = {
    kind: 'rehearsal',
    wallStart: instantText(sentAt.add(halved(sentAt.until(answeredAt)))),
    caseStart: instantText(caseStart),
    dayLastsSeconds,
  } as const;
  const calendar = dutchHolidayCalendar(client.organisation.calendar);
  const requestTypes = opening.parts.map(({ requestType }) => requestType);
  const ladder = ladderOf({ receivedAt: caseStart, requestTypes }, calendar);
  const caseTime = (wall: Temporal.Instant) => toCaseTime(clock, wall);
  const wallTime = (caseInstant: Temporal.Instant) => toWallTime(clock, caseInstant);
  return {
    stage,
    requester: { name, language, email },
    accepted,
    calendar,
    dates: reckonDeadlines(caseStart, calendar),
    ladder,
    caseTime,
    wallTime,
    rung: (step) => {
      const [, week] = /^still_open_(\d+)$/.exec(step) ?? [];
      const found = week === undefined ? ladder.find((rung) => rung.step === step) : weeklyStep(ladder, Number(week));
      if (found === undefined) throw new RangeError(`the ladder of this case has no ${step}`);
      return found;
    },
    until: async (caseInstant) => {
      const wait = Temporal.Now.instant().until(wallTime(caseInstant)).total('milliseconds');
      if (wait > 0) await sleep(wait);
    },
    tell: (who, what, at = Temporal.Now.instant()) => story.tell({ at: caseTime(at), who, what }),
    mails: () => client.mailbox.about(caseNumber),
  };
}

/** Seconds of wall time from now until a case instant; negative when it has passed. */
export function secondsUntil(life: Life, caseInstant: Temporal.Instant): number {
  return Temporal.Now.instant().until(life.wallTime(caseInstant)).total('seconds');
}

/** An address of its own for each life: the desk writes to one unconfirmed address three times a day at most. */
function addressOf(name: string, domain: string): string {
  const local = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  return `${local}.${Temporal.Now.instant().epochMilliseconds.toString(36)}@${domain}`;
}

function halved(duration: Temporal.Duration): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.floor(duration.total('milliseconds') / 2) });
}
