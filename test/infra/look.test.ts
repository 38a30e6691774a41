import { describe, expect, it } from 'vitest';
import { organisationProfileSchema } from '../../domain/organisation.ts';
import { checkLook, contrastOf, NEEDED } from '../../infra/check-look.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { organisations } from '../../infra/organisations/organisations.ts';
import { SettingsError } from '../../infra/settings-error.ts';
import { COLOURS } from '../../views/assets/colours.ts';

const withLook = (change: Partial<typeof ctTelecom.look>) => ({ ...ctTelecom, look: { ...ctTelecom.look, ...change } });

describe('contrast', () => {
  // Ratios published in the Understanding documents of WCAG 2.2 and by its contrast checkers.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ])('of %s on %s is %d', (colour, ground, ratio) => {
    expect(contrastOf(colour, ground)).toBeCloseTo(ratio, 2);
    expect(contrastOf(ground, colour)).toBeCloseTo(ratio, 2);
  });
});

describe('the look of an organisation', () => {
  it.each([...organisations.values()])('of $organisationId can be read', (profile) => {
    expect(() => checkLook(profile)).not.toThrow();
  });

  it.each([
    [
      { accentColour: '#3c8dbc', accentText: '#ffffff' },
      'The look of ct-telecom cannot be read: accentText #ffffff on accentColour #3c8dbc has contrast 3.66, and text needs 4.5.',
    ],
    [
      // Enough on white, too little on the grey of a panel.
      { accentColour: '#767676', accentText: '#ffffff' },
      'The look of ct-telecom cannot be read: accentColour #767676 on the raised light ground #f3f4f6 has contrast 4.12, and text needs 4.5.',
    ],
    [
      { accentColour: '#ffdd00', accentText: '#000000' },
      'The look of ct-telecom cannot be read: accentColour #ffdd00 on the light ground #ffffff has contrast 1.34, and text needs 4.5.',
    ],
    [
      { accentOnDark: '#00587c' },
      'The look of ct-telecom cannot be read: accentOnDark #00587c on the dark ground #14171a has contrast 2.30, and text needs 4.5.',
    ],
    [
      { accentOnDark: '#858585' },
      'The look of ct-telecom cannot be read: accentOnDark #858585 on the raised dark ground #20252a has contrast 4.18, and text needs 4.5.',
    ],
  ])('is refused with %o', (change, message) => {
    expect(() => checkLook(withLook(change))).toThrow(new SettingsError(message));
  });
});

describe.each(['light', 'dark'] as const)('the colours of the desk on %s grounds', (tone) => {
  const { ground, raised, focus, focusText, ...colours } = COLOURS[tone];

  it.each(['text', 'quiet', 'error', 'success'] as const)('%s can be read', (name) => {
    for (const on of [ground, raised]) expect(contrastOf(colours[name], on)).toBeGreaterThanOrEqual(NEEDED.text);
  });

  it('lines of fields can be seen', () => {
    for (const on of [ground, raised]) expect(contrastOf(colours.line, on)).toBeGreaterThanOrEqual(NEEDED.part);
  });

  it('what has the focus can be read', () => {
    expect(contrastOf(focusText, focus)).toBeGreaterThanOrEqual(NEEDED.text);
  });
});

const faults = (logo: string | null) =>
  organisationProfileSchema.safeParse(withLook({ logo })).error?.issues.map(({ message }) => message) ?? [];
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

describe('a logo', () => {
  it.each([
    ['none', null],
    ['a shape', svg('<circle cx="4" cy="4" r="4" fill="#00587c"/>')],
    ['a gradient of its own', svg('<linearGradient id="g"/><path d="M0 0h9v9z" fill="url(#g)"/>')],
    ['a shape used again', svg('<g id="a"/><use href="#a"/>')],
  ])('may be %s', (_what, logo) => {
    expect(faults(logo)).toEqual([]);
  });

  it.each([
    ['no SVG', '<html></html>', 'a logo is the text of an SVG file, from <svg on'],
    ['a document type', svg('<!DOCTYPE x>'), 'a logo refers to nothing outside itself'],
    ['a script', svg('<script>alert(1)</script>'), 'a logo has no script, style sheet or event handler'],
    ['a script in capitals', svg('<SCRIPT>1</SCRIPT>'), 'a logo has no script, style sheet or event handler'],
    [
      'a script by another name for its namespace',
      svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>'),
      'a logo has no script, style sheet or event handler',
    ],
    ['an event handler', svg('<g onload="x()"/>'), 'a logo has no script, style sheet or event handler'],
    [
      'an event handler on a line of its own',
      svg('<g\nonclick = x />'),
      'a logo has no script, style sheet or event handler',
    ],
    ['HTML inside', svg('<foreignObject/>'), 'a logo has no script, style sheet or event handler'],
    ['a link', svg('<a href="https://example.org"/>'), 'a logo refers to nothing outside itself'],
    [
      'a picture from elsewhere',
      svg('<image xlink:href="//example.org/a.png"/>'),
      'a logo refers to nothing outside itself',
    ],
    [
      'a fill from elsewhere',
      svg('<path fill="url(https://example.org/#g)"/>'),
      'a logo refers to nothing outside itself',
    ],
    ['more than 8 KB', svg(`<path d="${'M0 0'.repeat(2100)}"/>`), 'a logo is 8 KB at most'],
  ])('may not have %s', (_what, logo, message) => {
    expect(faults(logo)).toContain(message);
  });
});
