import { awaitMail } from '../acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import type { Scenario } from '../scenario.ts';
import { checkNoWorkflow } from '../workflow-checks.ts';

export const marketingObjection: Scenario = {
  name: 'marketing-objection',
  title: 'No more advertising, at once',
  shows: 'An objection to marketing is carried out as it comes in: nothing to confirm, nobody to wait for.',
  caseDays: 3,
  play: async (stage) => {
    const life = await beginLife(stage, {
      requester: { name: 'Priya Raman', language: 'en' },
      receivedAt: '2026-06-16T23:58:00+02:00',
      parts: [{ requestType: 'marketing_objection' }],
      asks: 'wants no more advertising',
    });
    const mail = await awaitMail(life, 'marketing_stopped', 'requester');
    stage.story.check(
      'The mail asks nothing and leads nowhere',
      mail.links.map(({ label }) => `It has the button “${label}”.`),
    );
    // Past the first rung that an open case would have.
    await life.until(life.rung('unclaimed').at.add({ hours: 12 }));
    await checkNoWorkflow(life, 'Days later');
    await checkMails(life, [{ when: 'On receipt', mails: mailsTo('marketing_stopped', ['requester']) }]);
    life.tell('the desk', 'has nothing left to do');
  },
};
