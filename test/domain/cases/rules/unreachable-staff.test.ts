import { expect, it } from 'vitest';
import { createRuleDesk, STAFF } from '../../../support/desk/rule-desk.ts';

it('comes to an end when the mail of nobody of the staff arrives, with the director told last', async () => {
  const desk = createRuleDesk();
  await desk.receiveConfirmed(['access']);
  let bounced = 0;
  for (let round = 0; round < 8; round += 1) {
    const arrived = desk.mails.slice(bounced).filter(({ order }) => 'staffId' in order);
    bounced = desk.mails.length;
    for (const mail of arrived) await desk.bounce(mail);
    await desk.settle();
  }
  const told = desk.toldOf('colleague_unreachable');
  expect(told.length).toBeLessThan(20);
  expect(told.at(-1)).toBe(STAFF.director);
  expect(told).toEqual(expect.arrayContaining([STAFF.teamLead, STAFF.officer]));
});
