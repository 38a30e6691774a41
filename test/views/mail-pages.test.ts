import { describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { deskOverviewPage } from '../../views/pages/desk-overview-page.ts';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { sampleOf } from './mail-models.ts';
import { contextIn } from './page-samples.ts';
import { ParsedHtml } from './parsed-html.ts';
import { mailViewWith, overviewModel, staffModelWith } from './staff-samples.ts';

const dutch = contextIn('nl');
const dismissPage = (context: typeof dutch) =>
  new ParsedHtml(staffActionPage(context, { ...staffModelWith('dismiss', 'x'), view: mailViewWith('x'), values: null }))
    .text;
const casePage = (...given: Parameters<typeof mailViewWith>) =>
  new ParsedHtml(deskCasePage(dutch, { view: mailViewWith(...given), actions: [], related: [] })).text;

describe('the page to set a mail aside', () => {
  it('says what becomes of it, by whether customer service has it already', () => {
    const organisation = { ...ctTelecom, customerServiceEmail: 'hulp@cttelecom.nl' };
    expect(dismissPage({ ...dutch, organisation })).toContain('Dan sturen wij de hele mail door');
    expect(dismissPage(dutch)).toContain('Dan hoeft u niets door te sturen');
  });
});

describe('the mail of a case', () => {
  it('names a sender that is no person, and nothing where one is', () => {
    expect(casePage('x', { sender: 'machine' })).toContain('Een machine verstuurde deze mail.');
    expect(casePage('x', { sender: 'spam' })).toContain('Onze mailprovider denkt dat dit spam is');
    expect(casePage('x')).not.toMatch(/machine|spam/);
  });

  it('that could not be read says that alone, and is given out whole', () => {
    const text = casePage('x', { sender: 'machine', readable: false });
    expect(text).toContain('Wij konden deze mail niet lezen.');
    expect(text).toContain('Sla de hele mail op');
    expect(text).not.toContain('Een machine verstuurde');
  });

  it('has names for what has no subject', () => {
    const view = mailViewWith('x');
    const mail = { subject: '', attachments: [] };
    const page = deskCasePage(dutch, {
      view: { ...view, content: { ...view.content, mail } },
      actions: [],
      related: [],
    });
    const { text } = new ParsedHtml(page);
    expect(text).toContain('geen onderwerp');
    expect(text).toContain('Er zaten geen bestanden bij.');
  });
});

/** The sections of the overview, each from its heading on. */
const sectionsOf = (rows: typeof overviewModel.rows) =>
  deskOverviewPage(dutch, { ...overviewModel, rows, left: 0 }).split('<h2>');
const casesUnder = (heading: string) =>
  (sectionsOf(overviewModel.rows).find((each) => each.startsWith(heading)) ?? '').match(/desk\/cases/g)?.length;

describe('the overview', () => {
  it('keeps mail to sort and other unconfirmed requests apart', () => {
    expect(casesUnder('Mail om te sorteren')).toBe(1);
    expect(casesUnder('Niet bevestigde')).toBe(1);
  });

  it('says that there is none', () => {
    expect(sectionsOf([]).join(' ')).toContain('Er is geen mail om te sorteren.');
  });
});

describe('the digest', () => {
  const render = createMailRenderer(ctTelecom);

  it('says which of its requests came as a mail, and from what', () => {
    const model = sampleOf('staff_unconfirmed');
    const [first] = model.cases;
    if (first === undefined) throw new Error('a digest has cases');
    const lines = (mail: typeof first.mail) =>
      render({ ...model, cases: [{ ...first, mail }] }, 'nl', false).text.match(/^Dit kwam binnen als mail.*$/gm);
    expect(lines(null)).toBeNull();
    expect(lines({ sender: 'person', readable: true })?.[0]).toContain('(van een persoon)');
    expect(lines({ sender: 'machine', readable: false })?.[0]).toContain('(niet te lezen)');
    expect(lines({ sender: 'spam', readable: false })?.[0]).toContain('(niet te lezen, lijkt spam)');
  });
});
