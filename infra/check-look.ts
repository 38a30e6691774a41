import Color from 'colorjs.io';
import type { OrganisationProfile } from '../domain/organisation.ts';
import { COLOURS } from '../views/assets/colours.ts';
import { SettingsError } from './settings-error.ts';

/** What WCAG 2.2 asks of text (§1.4.3) and of the parts of a page that are no text (§1.4.11). */
export const NEEDED = { text: 4.5, part: 3 } as const;

/** One colour on another, and how far apart they must be. */
interface Pair {
  readonly what: string;
  readonly colour: string;
  readonly on: string;
  readonly ground: string;
}

/** How far apart two colours are (WCAG 2.2, contrast ratio): 1 for the same, 21 for black and white. */
export function contrastOf(colour: string, ground: string): number {
  return new Color(colour).contrast(ground, 'WCAG21');
}

/**
 * Refuses colours that somebody could not read. On a dark ground the accent stands behind dark text too, with the same
 * two colours and so the same contrast.
 * @throws SettingsError with the colour, the ground, the contrast and what is needed
 */
export function checkLook({ organisationId, look }: Pick<OrganisationProfile, 'organisationId' | 'look'>): void {
  for (const { what, colour, on, ground } of pairsOf(look)) {
    const contrast = contrastOf(colour, ground);
    if (contrast >= NEEDED.text) continue;
    // Cut off, so that what falls short never reads as enough.
    const shown = (Math.floor(contrast * 100) / 100).toFixed(2);
    throw new SettingsError(
      `The look of ${organisationId} cannot be read: ${what} ${colour} on ${on} ${ground} has contrast ${shown}, and text needs ${NEEDED.text}.`,
    );
  }
}

function pairsOf({ accentColour, accentText, accentOnDark }: OrganisationProfile['look']): readonly Pair[] {
  const { light, dark } = COLOURS;
  const onGrounds = (what: string, colour: string, tone: string, grounds: typeof light | typeof dark) => [
    { what, colour, on: `the ${tone} ground`, ground: grounds.ground },
    { what, colour, on: `the raised ${tone} ground`, ground: grounds.raised },
  ];
  return [
    { what: 'accentText', colour: accentText, on: 'accentColour', ground: accentColour },
    ...onGrounds('accentColour', accentColour, 'light', light),
    ...onGrounds('accentOnDark', accentOnDark, 'dark', dark),
  ];
}
