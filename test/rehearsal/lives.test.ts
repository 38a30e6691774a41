import { describe, expect, it } from 'vitest';
import { readDeskAddress } from '../../tools/desk-client/desk-address.ts';
import { createDeskClient } from '../../tools/desk-client/desk-client.ts';
import { paintFor } from '../../tools/rehearse/paint.ts';
import { dayLengthFor, perform } from '../../tools/rehearse/perform.ts';
import { storyText } from '../../tools/rehearse/report.ts';
import { scenarios } from '../../tools/rehearse/scenarios.ts';

const client = createDeskClient(await readDeskAddress(process.env['DESK_FILE'] ?? '.local/desk.json'));
const plain = paintFor({ isTTY: false }, undefined);

/** Other tests run beside, and a slow machine that lags more than a day behind shows rungs that overtake each other. */
const SLOWER = 2;

/** All of them live at the same time; each test waits for one. */
const lives = scenarios.map((scenario) => ({
  title: scenario.title,
  ended: perform(client, scenario, SLOWER * dayLengthFor(scenario), scenarios.length),
}));

describe('a life told through the public doors', () => {
  it.each(lives)('$title', async ({ ended }) => {
    const performance = await ended;
    expect(performance.failures.length === 0 ? '' : storyText(performance, plain)).toBe('');
    expect(performance.story.checks.length).toBeGreaterThan(0);
  });
});
