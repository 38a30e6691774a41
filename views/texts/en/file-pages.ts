import type { Texts } from '../nl.ts';
import { pluralsIn } from '../counted.ts';

const plural = pluralsIn('en');

export const filePages: Texts['filePages'] = {
  desk: {
    title: 'Files with the answer',
    lead: (part, name) => `These files go with ${part.toLowerCase()}: ${name}.`,
    none: 'There are no files yet.',
    open: 'Open',
    remove: 'Remove',
    look: 'Look at the files',
    toFiles: 'Files with this answer',
    first: 'Does a file go with it? Add that first. What you wrote above is not stored by that.',
    count: (count) =>
      plural(count, { one: 'There is # file with this part.', other: 'There are # files with this part.' }),
    secondLook: 'Look at every file before you approve. Does it hold data of other people? Then send it back.',
    addHeading: 'Add a file',
    pick: 'Choose a file',
    kinds: 'PDF, PNG, JPEG, ZIP, JSON, CSV or text. From 1 byte to 50 MB.',
    portableKinds: 'JSON or CSV only. A PDF is not allowed for portability. Up to 50 MB.',
    redact: 'Leave out the data of other people.',
    secondPerson: 'An answer with a file leaves only after a second person has approved it.',
    upload: 'Send the file',
    waits: 'You cannot add or remove anything now: the part is answered, or a proposal waits for approval.',
    attached: 'The file is part of the answer now.',
    removed: 'The file is no longer part of the answer.',
  },
  arrived: {
    title: 'The file has arrived',
    lead: 'It is not part of the answer yet. Give it a name and press the button.',
    name: 'Name for the requester',
    nameHint: 'Without an extension: we see for ourselves what kind of file it is.',
    nameDefault: 'Attachment to our answer',
    button: 'Add to the answer',
    leaves: 'If you do not press, the file leaves by itself after a day.',
  },
  refused: { title: 'This file is not possible', back: 'Back to the files' },
  collect: {
    heading: 'Your files',
    lead: 'Save each file. It will not be here for ever.',
    save: (name) => `Save: ${name}`,
  },
  notReleased: {
    title: 'You cannot have this file now',
    identity_needed: 'We do not know well enough who you are. Contact us, and we will find a way together.',
    gone: 'We no longer keep this file. Contact us, and we will make it again.',
  },
  size: (amount, unit) => `${amount} ${unit === 'B' ? 'bytes' : unit}`,
};
