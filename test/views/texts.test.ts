import { describe, expect, it } from 'vitest';
import { nl } from '../../views/texts/nl.ts';
import { en } from '../../views/texts/en.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { organisationProfileSchema } from '../../domain/organisation.ts';

const LONGEST_SENTENCE = 15;

/** Every text below a node, functions called with words of a usual length. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') return textsIn(node('dinsdag 7 juli 2026', 'P-7K3Q9-M2XCD'));
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
}

const tooLong = (node: unknown) =>
  textsIn(node)
    .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
    .filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);

describe('texts for requesters', () => {
  it('have short sentences in Dutch', () => {
    expect(
      tooLong([
        nl.requesterMails,
        nl.requesterPages,
        nl.consentPages,
        nl.linkStates,
        nl.shared,
        { ...nl.words, list: null },
        ctTelecom.courtSentence.nl,
      ]),
    ).toEqual([]);
  });

  it('say "u", never "je"', () => {
    const all = textsIn([
      nl.requesterMails,
      nl.requesterPages,
      nl.consentPages,
      nl.linkStates,
      nl.shared,
      nl.words,
    ]).join(' ');
    expect(all).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
  });

  it('use no short forms of laws', () => {
    expect(textsIn([nl.requesterMails, nl.requesterPages, nl.consentPages, en.requesterMails]).join(' ')).not.toMatch(
      /AVG|UAVG|GDPR/,
    );
  });
});

it('no English text is left in Dutch', () => {
  const dutch = textsIn([
    nl.requesterMails,
    nl.staffMails,
    nl.requesterPages,
    nl.consentPages,
    nl.deskPages,
    nl.deskConsents,
    nl.linkStates,
  ]);
  const english = new Set(
    textsIn([
      en.requesterMails,
      en.staffMails,
      en.requesterPages,
      en.consentPages,
      en.deskPages,
      en.deskConsents,
      en.linkStates,
    ]),
  );
  expect(dutch.filter((text) => english.has(text))).toEqual([]);
});

it('the profile of CT Telecom is sound', () => {
  expect(organisationProfileSchema.safeParse(ctTelecom).error).toBeUndefined();
});
