import { describe, expect, it } from 'vitest';
import {
  absenceFormSchema,
  collectFormSchema,
  linkFormSchema,
  ownCaseActFormSchema,
  ownCaseFormSchema,
  reportFormSchema,
  requesterTextSchema,
  signInRequestFormSchema,
  staffDoorSchema,
} from '../../contracts/http/forms.ts';
import { testCaseNumber } from '../support/fixtures/cases.ts';

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
    for (const schema of [linkFormSchema, collectFormSchema, reportFormSchema]) {
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

describe('how staff come to an action', () => {
  const caseNumber = testCaseNumber(1);

  it('is by the secret of a link, whatever else the form says', () => {
    const form = { token: ` ${TOKEN} `, act: 'dismiss', caseNumber, on: '1' };
    expect(staffDoorSchema.parse(form)).toEqual({ kind: 'link', secret: TOKEN });
  });

  it('is by action and case, on one thing or on none', () => {
    expect(staffDoorSchema.parse({ act: 'take', caseNumber })).toEqual({
      kind: 'desk',
      action: 'take',
      caseNumber,
      on: null,
    });
    expect(staffDoorSchema.parse({ act: 'answer', caseNumber, on: '2' })).toMatchObject({ action: 'answer', on: '2' });
  });

  it.each([
    {},
    { token: TOKEN.slice(1) },
    { act: 'take' },
    { caseNumber },
    { act: 'confirm', caseNumber },
    { act: 'sign_in', caseNumber },
    { act: 'take', caseNumber: 'P-00000-00001' },
    { act: 'answer', caseNumber, on: 'x'.repeat(11) },
  ])('is not %j', (form) => {
    expect(staffDoorSchema.safeParse(form).success).toBe(false);
  });
});

describe('the forms of a requester about the own case', () => {
  it('take nothing typed as a wrong number or code', () => {
    expect(ownCaseFormSchema.parse({})).toEqual({ caseNumber: '', collectionCode: '' });
  });

  it('take any text, so that a refused one can be given back', () => {
    const text = `${'x'.repeat(10_001)}\u0000`;
    expect(ownCaseActFormSchema.parse({ act: 'write', text }).text).toBe(text);
    expect(requesterTextSchema.safeParse(text).success).toBe(false);
  });

  it('take no act but those of a requester', () => {
    for (const act of ['answer', 'extend', 'approve', '', undefined]) {
      expect(ownCaseActFormSchema.safeParse({ act }).error?.issues[0]?.path).toEqual(['act']);
    }
  });
});

describe('a report on a task', () => {
  it('says done or cannot; anything else is nothing said yet', () => {
    expect(reportFormSchema.parse({ token: TOKEN, as: 'cannot' })).toEqual({ token: TOKEN, as: 'cannot', text: '' });
    expect(reportFormSchema.parse({ token: TOKEN, as: 'confirmed' }).as).toBeUndefined();
  });
});

describe('an absence', () => {
  it('is between two civil dates, or ends', () => {
    const absence = { staffId: 'anna-de-wit', from: '2026-08-03', until: '2026-08-21' };
    expect(absenceFormSchema.parse(absence)).toEqual(absence);
    expect(absenceFormSchema.parse({ end: 'anna-de-wit' })).toEqual({ end: 'anna-de-wit' });
    expect(absenceFormSchema.safeParse({ ...absence, until: '2026-02-30' }).success).toBe(false);
    expect(absenceFormSchema.safeParse({ from: absence.from, until: absence.until }).success).toBe(false);
  });
});

describe('the form to sign in', () => {
  it('takes anything as an address, so that nobody learns which are staff', () => {
    for (const email of ['', 'nobody', 'x@example.org'])
      expect(signInRequestFormSchema.parse({ email })).toEqual({ email });
    expect(signInRequestFormSchema.parse({})).toEqual({ email: '' });
  });
});
