/** What letters to customer service are about: a rule that cannot tell these from data stays out of such a sentence. */
const SERVICE = [
  'contract',
  'device',
  'number',
  'password',
  'appointment',
  'allowance',
  'relocation',
  'banking',
] as const;

/** The same, and bills. */
export const OTHER_MATTERS = [...SERVICE, 'bill'] as const;
