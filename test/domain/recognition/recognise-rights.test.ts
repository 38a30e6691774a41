import { describe, expect, it } from 'vitest';

import { recogniseRights } from '../../../domain/recognition/recognise-rights.ts';
import { DUTCH_OTHER_MAIL, DUTCH_PHRASINGS } from './phrasings-dutch.ts';
import families from './families.json' with { type: 'json' };
import oddPhrasings from './odd-phrasings.json' with { type: 'json' };
import { ENGLISH_OTHER_MAIL, ENGLISH_PHRASINGS } from './phrasings-english.ts';

const TOPICS = ['nieuwsbrief', 'mailing'];
const read = (written: string, subject = '') => recogniseRights({ subject, written }, TOPICS);
const asked = (written: string, subject = '') => read(written, subject).parts.map(({ requestType }) => requestType);
const rows = (phrasings: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(phrasings).flatMap(([right, texts]) => texts.map((text) => [right, text] as const));

describe('the right a letter asks for', () => {
  it.each(rows(DUTCH_PHRASINGS))('%s: %s', (right, text) => expect(asked(text)).toContain(right));
  it.each(rows(ENGLISH_PHRASINGS))('%s: %s', (right, text) => expect(asked(text)).toContain(right));
});

describe('letters that go their own way', () => {
  it.each(oddPhrasings.filter(({ asks }) => asks.length > 0))('$asks: $text', ({ asks, text }) => {
    expect(asked(text)).toEqual(expect.arrayContaining(asks));
  });

  it.each(oddPhrasings.filter(({ asks }) => asks.length === 0))('nothing: $text', ({ text }) => {
    expect(asked(text)).toEqual([]);
  });
});

describe('letters of a few sentences', () => {
  it.each(families.filter(({ asks }) => asks.length > 0))('$asks: $text', ({ asks, subject, text }) => {
    expect(asked(text, subject)).toEqual(expect.arrayContaining(asks));
  });

  it.each(families.filter(({ asks }) => asks.length === 0))('nothing: $text', ({ subject, text }) => {
    expect(asked(text, subject)).toEqual([]);
  });
});

describe('mail that asks for no right', () => {
  it.each([...DUTCH_OTHER_MAIL, ...ENGLISH_OTHER_MAIL])('%s', (text) => {
    expect(read(text)).toEqual({ parts: [], stopsMailings: false, nothingElse: false, topics: [] });
  });
});

describe('several rights in one letter', () => {
  it('come one part a right, in order of appearance, each with the sentence that says so', () => {
    const letter = [
      'Geachte heer, mevrouw,',
      'Ik wil graag weten welke gegevens u van mij heeft. Mijn geboortedatum klopt niet.',
      'Daarna mag u mijn gegevens verwijderen. Ik wil weten welke gegevens u van mijn vrouw heeft.',
    ].join('\n\n');
    expect(read(letter).parts).toEqual([
      {
        requestType: 'access',
        passage:
          'Ik wil graag weten welke gegevens u van mij heeft. Ik wil weten welke gegevens u van mijn vrouw heeft.',
      },
      { requestType: 'rectification', passage: 'Mijn geboortedatum klopt niet.' },
      { requestType: 'erasure', passage: 'Daarna mag u mijn gegevens verwijderen.' },
    ]);
  });

  it('are found in both languages in one letter', () => {
    expect(asked('Please delete all my data. En schrijf mij uit voor de nieuwsbrief.')).toEqual([
      'erasure',
      'consent_withdrawal',
    ]);
  });

  it('are found in a list below a line that says what it is about', () => {
    const letter = 'Op grond van de AVG verzoek ik om:\n- inzage\n- correctie\n- verwijdering van mijn gegevens';
    expect(asked(letter)).toEqual(['access', 'rectification', 'erasure']);
  });

  it.each([
    ['artikelen 15, 16 en 17 AVG', ['access', 'rectification', 'erasure']],
    ['article 15 and article 20 of the GDPR', ['access', 'portability']],
    ['art. 18 lid 1 onder d AVG', ['restriction']],
    ['art. 21 en art. 22 AVG', ['objection', 'automated_decision']],
    ['artikel 15 van de algemene voorwaarden, zie ook uw privacyverklaring', ['question']],
  ])('are known by their article: %s', (articles, rights) => {
    expect(asked(`Hierbij beroep ik mij op ${articles}.`)).toEqual(rights);
  });
});

describe('a form with boxes', () => {
  it('asks for what is ticked, and for nothing else', () => {
    const form =
      '[x] Ik wil inzage in mijn gegevens.\n[ ] Ik wil dat u mijn gegevens verwijdert.\n☒ Ik maak bezwaar tegen profilering.';
    expect(asked(form)).toEqual(['access', 'objection']);
  });

  it('asks for all of it where nothing is ticked', () => {
    expect(asked('[ ] Ik wil inzage in mijn gegevens.')).toEqual(['access']);
  });
});

describe('what stands round the words', () => {
  it.each([
    ['Ik wil niet dat u mijn gegevens verwijdert.', 'erasure'],
    ['Verwijder mijn gegevens niet.', 'erasure'],
    ['Please do not delete my data.', 'erasure'],
    ['Verwijder het abonnement van mijn account.', 'erasure'],
    ['Draag mijn nummer over naar KPN.', 'portability'],
    ['Wijzig mijn abonnement op dit adres.', 'portability'],
  ])('keeps "%s" from being %s', (text, right) => expect(asked(text)).not.toContain(right));

  it.each([
    ['U heeft mijn gegevens nog niet verwijderd.', 'erasure'],
    ['You have not deleted my data.', 'erasure'],
    ['Verwijder mijn gegevens nog niet.', 'restriction'],
    ['Verwijder niet alleen mijn adres maar al mijn gegevens.', 'erasure'],
    ['Mijn gegevens staan nog in uw systeem. Kunt u ze wissen?', 'erasure'],
    ['U gebruikt mijn gegevens voor analyses. Daar maak ik bezwaar tegen.', 'objection'],
    ['Bij voorbaat dank voor het verwijderen van mijn gegevens.', 'erasure'],
    ['VERWIJDER MIJN GEGEVENS NU', 'erasure'],
    [
      'Verwijder\nmijn gegevens uit al uw systemen, want ik ben al jaren geen klant meer en\nheb daar genoeg van.',
      'erasure',
    ],
    ['verwijdr mijn persoonsgegevns', 'erasure'],
  ])('lets "%s" be %s', (text, right) => expect(asked(text)).toContain(right));

  it('takes a right that only the subject names', () => {
    expect(read('Zie bijlage.', 'Re: inzageverzoek').parts).toEqual([
      { requestType: 'access', passage: 'inzageverzoek' },
    ]);
  });
});

describe('hostile letters', () => {
  it('keep a passage within 500 code points', () => {
    const [part] = read(`Verwijder mijn gegevens ${'😀'.repeat(2000)}`).parts;
    expect(Array.from(part?.passage ?? '')).toHaveLength(500);
  });

  it.each([
    ['nothing', '', ''],
    ['only marks', '.,;:!?()', '...'],
    ['a broken surrogate', '\uD800 verwijder mijn gegevens', '\uDC00'],
    ['names of an object', 'constructor __proto__ toString hasOwnProperty', 'constructor'],
  ])('never throw: %s', (_, written, subject) => expect(() => read(written, subject)).not.toThrow());

  it.each([
    ['one letter', 'a'],
    ['a wish that never ends', 'ik wil '],
    ['a demand that never ends', 'verwijder mijn gegevens niet '],
    ['commas', 'gegevens, '],
    ['lines', 'gegevens\n'],
    ['initials', 'a.b.'],
    ['at signs', 'a@'],
    ['verbs taken apart', 'meld '],
    ['list marks', '- '],
    ['blanks', ' '],
    ['unknown words with a slip', 'gegevnsx '],
  ])('cost no more than their length: %s', (_, piece) => {
    const work = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run += 1) {
        const before = process.cpuUsage();
        read(text);
        const { user } = process.cpuUsage(before);
        least = Math.min(least, user);
      }
      return least;
    };
    work(2000);
    // Eight times the text: a square would cost sixty-four times as much. The floor keeps noise out of the ratio.
    expect(work(32_000) / Math.max(work(4000), 2000)).toBeLessThan(32);
  });
});
