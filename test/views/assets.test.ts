import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compileStyles } from '../../infra/compile-styles.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { DESK_SCRIPT } from '../../views/assets/desk-script.ts';

it('the script is sound and has no way to send anything without a press', () => {
  expect(() => new Script(DESK_SCRIPT)).not.toThrow();
  expect(DESK_SCRIPT).not.toMatch(/submit\(|click\(|fetch|XMLHttpRequest|sendBeacon|location\.(href|assign|replace)\b/);
});

describe('the style sheet', async () => {
  const css = await compileStyles({ ...ctTelecom.look, accentColour: '#123456', accentOnDark: '#abcdef' });

  it('fetches nothing', () => {
    expect(css).not.toMatch(/@import|url\(/);
  });

  it('has the colours of the organisation last, in the light and in the dark', () => {
    const light = css.lastIndexOf('--govuk-brand-colour:#123456');
    const dark = css.lastIndexOf('--govuk-brand-colour:#abcdef');
    expect(css.slice(0, light)).toContain('--govuk-brand-colour');
    expect(light).toBeGreaterThan(0);
    expect(css.slice(light, dark)).toContain('prefers-color-scheme:dark');
  });

  it('leaves out what no page uses of the components, and keeps what the script and the links need', () => {
    expect(css).not.toMatch(/\.govuk-(?!label--)/);
    for (const kept of ['.error-summary', '.check input', '.skip', '.letter', '[hidden]']) expect(css).toContain(kept);
  });
});
