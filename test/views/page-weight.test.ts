import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { compileStyles } from '../../infra/compile-styles.ts';
import { DESK_SCRIPT } from '../../views/assets/desk-script.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { contextIn } from './page-samples.ts';

const BUDGET_BYTES = 50_000;
const SCRIPT_BUDGET_BYTES = 4096;

const promisedDateToday = Temporal.PlainDate.from('2026-07-07');

it('the script is tiny', () => {
  expect(Buffer.byteLength(DESK_SCRIPT)).toBeLessThanOrEqual(SCRIPT_BUDGET_BYTES);
});

it.each(['nl', 'en'] as const)(
  'the public form weighs at most 50 kB with all it needs, uncompressed: %s',
  async (language) => {
    const context = contextIn(language);
    const { look } = context.organisation;
    const files = [
      requestFormPage(context, { idempotencyKey: 'A'.repeat(24), promisedDateToday }),
      await compileStyles(look),
      DESK_SCRIPT,
      look.logo ?? '',
    ];
    expect(files.reduce((bytes, file) => bytes + Buffer.byteLength(file), 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  },
);
