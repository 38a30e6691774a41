import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../../domain/deadlines/deadlines.ts';
import { officeOpening } from '../../../domain/deadlines/working-days.ts';
import { answerAll, awaitMail, checkEvents, collect, confirm, linkOf } from '../acts.ts';
import { actOnDesk } from '../desk-acts.ts';
import { orderFollowUp } from '../follow-up.ts';
import { beginLife, type Life } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import type { MailKind } from '../mail-subjects.ts';
import { idOf, idsOf, nameOf, recipientOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const answer = 'We have erased your account, your orders and your messages.';
const [hosting, delivery, authority] = ['example-cloud', 'voorbeeldpost', 'voorbeeld-opsporing'];

export const recipientsTold: Scenario = {
  name: 'recipients-told',
  title: 'Erased, and the recipients told',
  shows:
    'After an erasure whoever got the data is told: one confirms by link, one cannot and says why, one is chased after a week. The requester reads the list, without the confidential one.',
  caseDays: 15,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const taker = handlers.at(-1) ?? idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const life = await beginLife(stage, {
      requester: { name: 'Aisha Rahman', language: 'en' },
      receivedAt: '2026-02-23T09:15:00+01:00',
      parts: [{ requestType: 'erasure', text: 'Please erase everything.' }],
      asks: 'asks to have everything erased',
    });
    await confirm(life);
    const events = await answerAll(life, { staffId: taker, from: 'unclaimed' }, [answer]);
    await actOnDesk(life, {
      staffId: taker,
      action: 'tell_recipients',
      on: '1',
      fields: {
        ...Object.fromEntries([hosting, delivery, authority].map((id) => [`recipient_${id}`, 'on'])),
        text: 'Customer 4711: please erase all you got from us.',
      },
      words: `tells ${[hosting, delivery, authority].map((id) => nameOf(organisation, id)).join(', ')}`,
    });
    const chase = officeOpening(civilDate(life.caseTime(Temporal.Now.instant())).add({ days: 7 }));
    await report(life, hosting, 'recipient_notice', 'done');
    await report(life, delivery, 'recipient_notice', { reason: 'The parcels were delivered, the labels are gone.' });
    const page = await collect(life, [answer, ...[hosting, delivery].map((id) => nameOf(organisation, id))]);
    stage.story.check(
      'A confidential recipient is not on the list',
      page.text.includes(recipientOf(organisation, authority).name) ? ['It is.'] : [],
    );
    await life.until(chase);
    await orderFollowUp(life, 'recipient_reminder', authority);
    await report(life, authority, 'recipient_reminder', 'done');
    await awaitMail(life, 'task_reported', taker);

    await checkWorkflow(life, [life.rung('unclaimed'), life.rung('ten_days_left')]);
    checkEvents(life, events, ['request_received', 'request_confirmed', 'step_done']);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      {
        when: 'Two working days after receipt',
        mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), lead]),
      },
      {
        when: 'On the answer',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('tell_recipients', [taker])],
      },
      { when: 'When recipients are told', mails: mailsTo('recipient_notice', [hosting, delivery, authority]) },
      { when: 'When the first has reported', mails: mailsTo('task_reported', [taker]) },
      { when: 'When the second has', mails: mailsTo('task_reported', [taker]) },
      { when: 'A week later', mails: mailsTo('recipient_reminder', [authority]) },
      { when: 'When the last has reported', mails: mailsTo('task_reported', [taker]) },
    ]);
  },
};

/** A recipient opens the link of its mail and says what became of it. */
async function report(
  life: Life,
  recipientId: string,
  from: MailKind,
  said: 'done' | { readonly reason: string },
): Promise<void> {
  const { client, story } = life.stage;
  const name = nameOf(client.organisation, recipientId);
  const link = linkOf(await awaitMail(life, from, recipientId), ({ page }) => page === 'report');
  const page = await client.reportTask(link, said);
  life.tell(name, said === 'done' ? 'confirms by the link' : 'reports by the link that it cannot, and why');
  story.check(`${name} needs no account to report`, page.status === 200 ? [] : [`The page said ${page.status}.`]);
}
