import { describe, expect, it } from 'vitest';
import {
  answerTextSchema,
  collectFormSchema,
  decideFormSchema,
  linkFormSchema,
  signInRequestFormSchema,
} from '../../contracts/http/forms.ts';

const TOKEN = 'q7Zb3LrTn0eWvXk2MhYd9PfGs5JuAiC8oBxNt1RlEw_';

describe('the code of a link', () => {
  it.each([TOKEN, ` ${TOKEN}`, `${TOKEN}\n`, `\t${TOKEN}  `])('is taken with blanks around it: %j', (token) => {
    expect(linkFormSchema.parse({ token })).toEqual({ token: TOKEN });
  });

  it.each([
    undefined,
    '',
    TOKEN.slice(1),
    `${TOKEN}A`,
    TOKEN.replace('_', '+'),
    TOKEN.replace('q', 'é'),
    `${TOKEN}\u0000`,
  ])('is not %j', (token) => {
    for (const schema of [linkFormSchema, collectFormSchema, decideFormSchema]) {
      expect(schema.safeParse({ token }).error?.issues[0]?.path).toEqual(['token']);
    }
  });

  it('is all a link form gives on', () => {
    expect(linkFormSchema.parse({ token: TOKEN, staffId: 'eve', action: 'answer' })).toEqual({ token: TOKEN });
  });
});

describe('the form to collect', () => {
  it('takes no code as a wrong code', () => {
    expect(collectFormSchema.parse({ token: TOKEN })).toEqual({ token: TOKEN, collectionCode: '' });
  });

  it('takes no code longer than anybody types', () => {
    expect(collectFormSchema.safeParse({ token: TOKEN, collectionCode: 'x'.repeat(41) }).success).toBe(false);
  });
});

describe('an answer', () => {
  it('has 20,000 characters at most', () => {
    expect(answerTextSchema.safeParse('x'.repeat(20_000)).success).toBe(true);
    expect(answerTextSchema.safeParse('x'.repeat(20_001)).success).toBe(false);
  });

  it('is none when blank', () => {
    expect(answerTextSchema.parse(' \n ')).toBeUndefined();
    expect(answerTextSchema.parse(undefined)).toBeUndefined();
  });
});

describe('the form to decide', () => {
  it('takes any text, so that a refused one can be given back', () => {
    const text = `${'x'.repeat(20_001)}\u0000`;
    expect(decideFormSchema.parse({ token: TOKEN, text }).text).toBe(text);
  });

  it('takes a ground that is none as no ground', () => {
    expect(decideFormSchema.parse({ token: TOKEN, ground: 'refused' })).toEqual({ token: TOKEN, ground: undefined });
  });
});

describe('the form to sign in', () => {
  it('takes anything as an address, so that nobody learns which are staff', () => {
    for (const email of ['', 'nobody', 'x@example.org'])
      expect(signInRequestFormSchema.parse({ email })).toEqual({ email });
    expect(signInRequestFormSchema.parse({})).toEqual({ email: '' });
  });
});
