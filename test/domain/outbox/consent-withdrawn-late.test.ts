import { describe, expect, it } from 'vitest';
import type { Desk } from '../../support/desk/memory-desk.ts';
import { createDesk } from '../../support/desk/memory-desk.ts';
import { throttled } from '../../support/desk/mailbox.ts';
import { EVA, oneClick, pressStop, subscribe, tokenFor } from '../../support/desk/subscribers.ts';

const ORIGIN = { 'sec-fetch-site': 'same-origin' };

/** Somebody stops while the provider takes no mail about that; what happens `meanwhile` does so before it does again. */
async function stoppedLate(stop: (desk: Desk) => Promise<unknown>, meanwhile: (desk: Desk) => Promise<unknown>) {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ minutes: 1 });
  desk.mailbox.fault = ({ outboxId }) => (outboxId.startsWith('withdrawn-') ? throttled() : undefined);
  await stop(desk);
  await meanwhile(desk);
  desk.mailbox.fault = () => undefined;
  await desk.runFor({ hours: 24 });
  await desk.redrive();
  await desk.settle();
  return desk.mailbox.of('consent_withdrawn', EVA).map(({ words }) => words.text);
}

const stopNewsletter = async (desk: Desk) => oneClick(desk, tokenFor(desk, 'nieuwsbrief'));
const stopAll = async (desk: Desk) => pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'all' }, ORIGIN);
const comeBackTo =
  (...topics: string[]) =>
  async (desk: Desk) => {
    await desk.runFor({ minutes: 1 });
    await subscribe(desk, { topics });
  };

describe('a mail that confirms a stop and leaves a day late', () => {
  it('names the day of the stop', async () => {
    const [text] = await stoppedLate(stopNewsletter, async () => undefined);
    expect(text).toContain('maandag 2 maart 2026');
    expect(text).not.toContain('3 maart');
  });

  it('is not sent about what was agreed to again', async () => {
    expect(await stoppedLate(stopNewsletter, comeBackTo('nieuwsbrief'))).toEqual([]);
    expect(await stoppedLate(stopAll, comeBackTo('nieuwsbrief'))).toEqual([]);
  });

  it('is sent when something else was agreed to since', async () => {
    const [text] = await stoppedLate(stopNewsletter, comeBackTo('mailing'));
    expect(text).toContain('Nieuwsbrief');
  });
});
