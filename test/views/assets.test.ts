import { Script } from 'node:vm';
import { expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { deskCss } from '../../views/assets/desk-css.ts';
import { DESK_SCRIPT } from '../../views/assets/desk-script.ts';

it('the script is sound and has no way to send anything without a press', () => {
  expect(() => new Script(DESK_SCRIPT)).not.toThrow();
  expect(DESK_SCRIPT).not.toMatch(/submit\(|click\(|fetch|XMLHttpRequest|sendBeacon|location\.(href|assign|replace)\b/);
});

it('the style sheet fetches nothing and carries the colours of the organisation last', () => {
  const css = deskCss(ctTelecom.look);
  expect(css).not.toMatch(/@import|url\(/);
  expect(css.trimEnd().endsWith('--accent: #00587c; --accent-text: #ffffff; }')).toBe(true);
});
