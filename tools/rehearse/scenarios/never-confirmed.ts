import { act, answerAll, awaitMail, checkEvents, collect } from '../acts.ts';
import { orderDigest } from '../digest.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { awaitWorkflow, checkNoWorkflow, checkWorkflow } from '../workflow-checks.ts';

const answers = ['We have stopped all profiling of your account.'];

export const neverConfirmed: Scenario = {
  name: 'never-confirmed',
  title: 'Never confirmed, answered all the same',
  shows:
    'A request that nobody confirms costs nothing and is not forgotten: the daily digest shows it to staff, who accept it as it is.',
  caseDays: 5,
  play: async (stage) => {
    const { client, story } = stage;
    const handlers = idsOf(client.organisation, 'handler');
    const officer = idOf(client.organisation, 'privacy_officer');
    const fromNewCase = { staffId: idOf(client.organisation, 'handler'), from: 'new_case' } as const;
    const life = await beginLife(stage, {
      requester: { name: 'Grace Adeyemi', language: 'en' },
      receivedAt: '2026-10-05T09:10:00+02:00',
      parts: [{ requestType: 'objection', text: 'I object to being profiled.' }],
      asks: 'objects to being profiled, and never confirms',
    });
    await awaitMail(life, 'confirm_request', 'requester');
    await life.until(life.dates.receivedDate.toZonedDateTime('Europe/Amsterdam').toInstant().add({ hours: 14 }));
    await checkNoWorkflow(life, 'Unconfirmed');
    const early = (await life.mails()).filter(({ to }) => to === life.requester.email);
    story.check(
      'Unconfirmed: no acknowledgement',
      early.length === 1 ? [] : [`${early.length} mails went to the requester.`],
    );
    await orderDigest(life, officer);
    await act(life, { staffId: officer, from: 'digest' }, 'accept');
    await awaitWorkflow(life);
    // Nobody proved the address, so somebody calls.
    const events = await answerAll(life, fromNewCase, answers, { identityMethod: 'contact_confirmed_by_call' });
    await collect(life, answers);

    await checkWorkflow(life, [life.rung('unclaimed')]);
    checkEvents(life, events, ['request_received', 'request_accepted']);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      { when: 'With the digest', mails: mailsTo('digest', [...handlers, officer]) },
      {
        when: 'When it is accepted',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
  },
};
