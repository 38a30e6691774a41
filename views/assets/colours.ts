/** The grounds that text stands on, and the inks that are the same for every organisation. WCAG 2.2 §1.4.3 and §1.4.11. */
export const COLOURS = {
  light: {
    ground: '#ffffff',
    raised: '#f3f4f6',
    text: '#16191d',
    quiet: '#4d5560',
    line: '#6b7480',
    faint: '#c5cbd3',
    error: '#b3121f',
    success: '#0b6b3a',
    focus: '#ffdd00',
    focusText: '#16191d',
  },
  dark: {
    ground: '#14171a',
    raised: '#20252a',
    text: '#eceff2',
    quiet: '#b3bbc4',
    line: '#8b95a1',
    faint: '#3c444d',
    error: '#ff9a94',
    success: '#7fd6a4',
    focus: '#ffdd00',
    focusText: '#14171a',
  },
} as const;
