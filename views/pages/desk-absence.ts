import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { type Absence, maySetAbsenceOf } from '../../domain/desk/absence.ts';
import type { AbsenceRefusedError } from '../../domain/errors.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { staffName } from './case-view.ts';
import { hiddenField, inputField, selectField } from './fields.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';

/** An absence that was not noted, and why. */
export interface AbsenceForm {
  readonly error: AbsenceRefusedError['code'];
  readonly values: Readonly<Record<string, string>>;
}

interface AbsenceModel {
  readonly member: StaffMember;
  readonly absences: readonly Absence[];
  readonly absence?: AbsenceForm | undefined;
}

/** Who is away, and the form to say so; posts `staffId`, `from` and `until`, or `end` with a staff id. */
export function absenceSection(context: PageContext, { member, absences, absence }: AbsenceModel, texts: Texts): Html {
  const { overview: words } = texts.deskPages;
  const { organisation, language } = context;
  const date = (text: string) => formatDate(Temporal.PlainDate.from(text), language);
  const error = absence === undefined ? undefined : texts.deskRules.absence[absence.error];
  const people = organisation.staff.filter(({ staffId }) => maySetAbsenceOf(staffId, member));
  return html`<section id="absence" tabindex="-1">
    <h2>${words.absenceHeading}</h2>
    ${absences.length === 0 && html`<p>${words.absenceNone}</p>`}
    <ul>
      ${absences.map(
        ({ staffId, from, until }) =>
          html`<li>
            ${words.absence(staffName(staffId, organisation, texts), date(from), date(until))}
            ${
              maySetAbsenceOf(staffId, member) &&
              form(
                context,
                PATHS.absence,
                hiddenField('end', staffId),
                // Eyes see beside whom the button stands; a screen reader is told.
                html`${words.absenceEnd} <span class="away">${staffName(staffId, organisation, texts)}</span>`,
                { second: true },
              )
            }
          </li> `,
      )}
    </ul>
    <details ${absence !== undefined && html`open`}>
      <summary>${texts.deskWork.overview.setAbsence}</summary>
      ${form(
        context,
        PATHS.absence,
        html`${selectField({
          name: 'staffId',
          label: words.absenceWho,
          error,
          value: absence?.values['staffId'] ?? member.staffId,
          required: true,
          empty: words.absenceChoose,
          options: people.map(({ staffId, name }) => ({ value: staffId, label: name })),
        })}
        ${inputField({
          name: 'from',
          type: 'date',
          label: words.absenceFrom,
          value: absence?.values['from'],
          required: true,
          autocomplete: 'off',
        })}
        ${inputField({
          name: 'until',
          type: 'date',
          label: words.absenceUntil,
          value: absence?.values['until'],
          required: true,
          autocomplete: 'off',
        })}`,
        words.absenceSave,
      )}
    </details>
  </section>`;
}
