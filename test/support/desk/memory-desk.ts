import { Temporal } from 'temporal-polyfill';
import { OUTBOX_PREFIX } from '../../../adapters/dynamodb/keys.ts';
import { createMemoryInboundMailStore } from '../../../adapters/memory/inbound-mail-store.ts';
import { holidayCalendarOf } from '../../../domain/deadlines/holiday-rules.ts';
import type { OrganisationProfile } from '../../../domain/organisation.ts';
import { advance } from '../../../functions/advance-case/advance.ts';
import { collectAnswerRoutes } from '../../../functions/collect-answer/routes.ts';
import { dispatch } from '../../../functions/dispatch-outbox/dispatch.ts';
import { manageConsentsRoutes } from '../../../functions/manage-consents/routes.ts';
import { publicApiRoutes } from '../../../functions/public-api/routes.ts';
import type { PublicClock } from '../../../functions/public-api/submit-through-api.ts';
import { receiveMails } from '../../../functions/receive-mail/receive.ts';
import { takeInMail } from '../../../functions/receive-mail/take-in.ts';
import { mailReports, recordEvents } from '../../../functions/record-mail-events/record.ts';
import { showPagesRoutes } from '../../../functions/show-pages/routes.ts';
import { staffDeskRoutes } from '../../../functions/staff-desk/routes.ts';
import { subscriberApiRoutes } from '../../../functions/subscriber-api/routes.ts';
import { sweep } from '../../../functions/sweep/sweep.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createMailRenderer } from '../../../views/mails/render-mail.ts';
import type { Execution } from '../../workflow/support/asl-interpreter.ts';
import { VirtualCaseClocks } from '../../workflow/support/case-clock.ts';
import { VirtualClock } from '../../workflow/support/virtual-clock.ts';
import { createGateway } from './gateway.ts';
import { logLines } from './log-lines.ts';
import { Mailbox } from './mailbox.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createTestBytes, createTestKeys } from './test-keys.ts';

export interface DeskOptions {
  /** Wall time at which the desk opens; a Monday morning unless given. */
  readonly start?: string;
  /** CT Telecom unless given. */
  readonly organisation?: OrganisationProfile;
  readonly publicUrl?: string;
  readonly rehearsalMailDomain?: string;
  readonly requestsPerCallerAnHour?: number;
  readonly publicClock?: PublicClock;
  readonly seed?: string;
  /** Whether redrive, sweep and digest run by themselves, as the schedules of the deployed desk do. */
  readonly schedules?: boolean;
}

/** What may go wrong; a test sets it. */
export interface DeskFaults {
  /** How often the stream delivers a new row. */
  deliveries: (outboxId: string) => number;
  /** An error instead of, or (`after`) behind, the work of `advance-case`. */
  advance: (payload: unknown) => { readonly error: Error; readonly after?: boolean } | undefined;
  /** An error instead of starting a workflow. */
  start: () => Error | undefined;
}

/** How a mail was delivered; without `arrivedAt` now. */
export interface Envelope {
  readonly to: readonly string[];
  readonly from?: string;
  readonly mailId?: string;
  readonly arrivedAt?: Temporal.Instant;
  /** By name (spam, virus, spf, dkim, dmarc); PASS unless given. */
  readonly verdicts?: Readonly<Record<string, string>>;
}

export const INBOUND_MAIL_DOMAIN = 'desk.cttelecom.nl';
export const PUBLIC_URL = 'https://desk.example.nl';
const MONDAY_MORNING = '2026-03-02T09:30:00Z';

/**
 * The whole desk in memory: memory stores behind the real entry points of every function, the real mails and pages,
 * and the real state machine file on a virtual clock. New outbox rows go to `dispatch-outbox` as the stream brings
 * them; an execution that fails, times out or is aborted is told to `sweep`. Nothing moves until the clock is run:
 * `settle` lets everything happen that is due now.
 */
export function createDesk(options: DeskOptions = {}) {
  const clock = new VirtualClock(options.start ?? MONDAY_MORNING);
  const people = { organisation: options.organisation ?? ctTelecom };
  const faults: DeskFaults = { deliveries: () => 1, advance: () => undefined, start: () => undefined };
  const messages = new Map<string, Uint8Array>();
  const mails = createMemoryInboundMailStore(messages);
  let count = 0;
  const calls = { advance: [] as unknown[], dispatch: [] as unknown[] };

  const stores = createMemoryStores(clock, (outboxId) => {
    for (let count = 0; count < faults.deliveries(outboxId); count += 1) {
      clock.at(clock.now(), () => streamed([outboxId]));
    }
  });
  const mailbox = new Mailbox(stores, () => clock.now());
  const clocks = new VirtualCaseClocks({
    clock,
    advanceCase: async (payload) => {
      calls.advance.push(structuredClone(payload));
      const fault = faults.advance(payload);
      if (fault !== undefined && fault.after !== true) throw fault.error;
      const answer = await advance(dependencies, payload);
      if (fault !== undefined) throw fault.error;
      return answer;
    },
    onEnd: (execution) => told(execution),
  });
  const publicUrl = options.publicUrl ?? PUBLIC_URL;
  const render = createMailRenderer(people.organisation);
  const dependencies = {
    ...stores,
    clock,
    calendar: holidayCalendarOf(people.organisation.calendar),
    keys: createTestKeys(),
    randomBytes: createTestBytes(options.seed ?? 'desk'),
    publicUrl,
    rehearsalMailDomain: options.rehearsalMailDomain ?? null,
    requestsPerCallerAnHour: options.requestsPerCallerAnHour ?? 1000,
    publicClock: options.publicClock ?? ('real' as const),
    rehearsing: (options.publicClock ?? 'real') !== 'real',
    inboundMail: mails,
    mailFiles: mails,
    attachments: mails,
    inboundMailDomain: INBOUND_MAIL_DOMAIN,
    webhooks: null,
    renderMail: render,
    // The pages are read here, not looked at.
    styles: '',
    apiReference: '',
    mailSender: mailbox,
    workflows: {
      start: async (caseNumber: string, run: number) => {
        const error = faults.start();
        if (error !== undefined) throw error;
        await clocks.start(caseNumber, run);
      },
    },
    get organisation() {
      return people.organisation;
    },
  };
  const gateway = createGateway([
    publicApiRoutes(dependencies),
    subscriberApiRoutes(dependencies),
    manageConsentsRoutes(dependencies),
    collectAnswerRoutes(dependencies),
    staffDeskRoutes(dependencies),
    showPagesRoutes(dependencies),
  ]);

  async function streamed(outboxIds: readonly string[]) {
    const event = {
      Records: outboxIds.map((outboxId, index) => ({
        eventName: 'INSERT',
        dynamodb: {
          SequenceNumber: String(index + 1),
          Keys: { pk: { S: `${OUTBOX_PREFIX}${outboxId}` }, sk: { S: 'OUTBOX' } },
        },
      })),
    };
    calls.dispatch.push(event);
    return await dispatch(dependencies, event);
  }

  async function told(execution: Execution) {
    if (execution.status === 'SUCCEEDED' || execution.status === 'RUNNING') return;
    const caseId = execution.name.slice(0, execution.name.lastIndexOf('-'));
    const detail = { name: execution.name, status: execution.status, input: JSON.stringify({ caseId }) };
    await sweep(dependencies, { source: 'aws.states', detail });
  }

  /** The provider tells that a mail which left could not be delivered, as often as it likes. */
  const bounce = (outboxId: string) =>
    tellOf(outboxId, { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: [{}] } });
  /** The provider tells that the reader of a mail called it spam. */
  const complain = (outboxId: string) =>
    tellOf(outboxId, { eventType: 'Complaint', complaint: { complainedRecipients: [{}] } });

  async function tellOf(outboxId: string, event: object) {
    const detail = { ...event, mail: { tags: { outboxId: [outboxId] } } };
    const Records = [{ messageId: '1', body: JSON.stringify({ source: 'aws.ses', detail }) }];
    const { batchItemFailures } = await recordEvents(mailReports(dependencies), { Records });
    if (batchItemFailures.length > 0) throw new Error('the report was not recorded');
    await clock.runUntil(clock.now());
  }

  /** A mail reaches the desk's own mail domain; told as often as the queue likes. */
  async function receive(raw: string | Uint8Array, envelope: Envelope) {
    count += 1;
    const mailId = envelope.mailId ?? `mail-${count}`;
    const objectKey = `mail/${mailId}`;
    messages.set(objectKey, typeof raw === 'string' ? new TextEncoder().encode(raw) : raw);
    const status = (name: string) => ({ status: envelope.verdicts?.[name] ?? 'PASS' });
    const notification = {
      notificationType: 'Received',
      mail: { messageId: mailId, source: envelope.from ?? '', destination: envelope.to },
      receipt: {
        timestamp: (envelope.arrivedAt ?? clock.now()).toString(),
        recipients: envelope.to,
        spamVerdict: status('spam'),
        virusVerdict: status('virus'),
        spfVerdict: status('spf'),
        dkimVerdict: status('dkim'),
        dmarcVerdict: status('dmarc'),
        action: { type: 'S3', bucketName: 'inbound', objectKey },
      },
    };
    const Records = [{ messageId: mailId, body: JSON.stringify(notification) }];
    const { batchItemFailures } = await receiveMails(
      { mails, takeIn: (mail, content) => takeInMail(dependencies, mail, content) },
      { Records },
    );
    await clock.runUntil(clock.now());
    return { mailId, failed: batchItemFailures.length > 0 };
  }

  const redrive = () => dispatch(dependencies, { task: 'redrive' });
  const late = () => sweep(dependencies, { task: 'late' });
  const digest = () => sweep(dependencies, { task: 'digest' });
  if (options.schedules === true) {
    clock.every({ minutes: 5 }, async () => {
      if (stores.unfinished.size > 0) await redrive();
    });
    clock.every({ hours: 1 }, () => late().catch(() => undefined));
    clock.every({ hours: 24 }, digest);
  }

  return {
    clock,
    log: logLines,
    stores,
    dependencies,
    mailbox,
    clocks,
    faults,
    calls,
    gateway,
    redrive,
    late,
    digest,
    streamed,
    bounce,
    complain,
    receive,
    messages,
    /** Lets everything happen that is due at this instant. */
    settle: () => clock.runUntil(clock.now()),
    /** Lives on until an instant. */
    runTo: (instant: string | Temporal.Instant) => clock.runUntil(Temporal.Instant.from(instant)),
    runFor: (duration: Temporal.DurationLike) => clock.runUntil(clock.now().add(duration)),
    caseOf: (caseNumber: string) => {
      const found = stores.desk.cases.find(caseNumber);
      if (found === undefined) throw new Error('no such case');
      return found;
    },
    /** A staff member is no longer in the profile. */
    leave: (staffId: string) => {
      const staff = people.organisation.staff.filter((member) => member.staffId !== staffId);
      people.organisation = { ...people.organisation, staff };
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
