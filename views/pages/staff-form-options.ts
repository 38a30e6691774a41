import { codeChannelSchema } from '../../domain/cases/collection-code.ts';
import { identityLevelOf, isAddressConfirmed } from '../../domain/cases/identity-of-case.ts';
import {
  IDENTITY_METHODS,
  identityDoubtSchema,
  identityLevelSchema,
  identityMethodSchema,
  reaches,
} from '../../domain/cases/identity.ts';
import { extensionGroundSchema } from '../../domain/cases/extension.ts';
import type { Part } from '../../domain/cases/part.ts';
import { refusalGroundsOf, REQUEST_TYPE_RULES, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { TASK_ENDS } from '../../domain/cases/use-cases/end-task.ts';
import { type OrganisationProfile, staffOfRoles, staffRoleSchema } from '../../domain/organisation.ts';
import type { Recipient } from '../../domain/organisation/recipients.ts';
import type { Texts } from '../texts/nl.ts';
import { type CaseView, mayKnowConfidential } from './case-view.ts';
import type { PageContext } from './page-context.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the options of a form depend on. */
export interface FormSubject {
  readonly view: CaseView;
  /** The part, proposal or task the form is about. */
  readonly on: string | null;
}

export type OptionsKey =
  | 'dismissal_grounds'
  | 'outcomes'
  | 'missing_identity_methods'
  | 'identity_methods'
  | 'refusal_grounds'
  | 'approvals'
  | 'colleagues'
  | 'excludable'
  | 'doubts'
  | 'levels'
  | 'extension_grounds'
  | 'types'
  | 'other_types'
  | 'departments'
  | 'code_channels'
  | 'task_ends';

type Options = (subject: FormSubject, context: PageContext, texts: Texts) => readonly Option[];

const labelled = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
  values.map((value): Option => ({ value, label: labels[value] }));

/** The options a field has for this case and this person: what the rules would refuse is not offered. */
export const OPTIONS: Readonly<Record<OptionsKey, Options>> = {
  dismissal_grounds: ({ view }, _context, { words }) =>
    Object.entries(words.grounds)
      .filter(([value]) => value !== 'customer_service' || view.case.inbound !== null)
      .map(([value, label]) => ({ value, label })),
  outcomes: (subject, _context, { deskWords }) => labelled(outcomesOf(partOf(subject)), deskWords.outcomes),
  missing_identity_methods: (subject, context, texts) => {
    const part = partOf(subject);
    const needed = part === undefined ? 'L0' : REQUEST_TYPE_RULES[part.requestType].identityLevel;
    return reaches(identityLevelOf(subject.view.case), needed) ? [] : OPTIONS.identity_methods(subject, context, texts);
  },
  identity_methods: ({ view }, _context, { deskWords }) =>
    labelled(
      identityMethodSchema.options.filter((method) => {
        const { recordedBy, roles, needsConfirmedAddress } = IDENTITY_METHODS[method];
        const isTheirs = recordedBy === 'staff' && (roles === null || roles.includes(view.member.role));
        return isTheirs && (!needsConfirmedAddress || isAddressConfirmed(view.case));
      }),
      deskWords.identityMethods,
    ),
  refusal_grounds: (subject, _context, { deskWords }) => {
    const part = partOf(subject);
    return labelled(part === undefined ? [] : refusalGroundsOf(part.requestType), deskWords.refusalGrounds);
  },
  approvals: (_subject, _context, { deskActions }) => labelled(['approve', 'send_back'], deskActions.approvals),
  colleagues: ({ view }, { organisation }) => {
    const assignee = 'assignee' in view.case ? view.case.assignee?.staffId : undefined;
    const barred = new Set([...view.case.excludedStaff, assignee]);
    return peopleOf(organisation).filter(({ value }) => !barred.has(value));
  },
  excludable: ({ view }, { organisation }) =>
    peopleOf(organisation, true).filter(({ value }) => !view.case.excludedStaff.includes(value)),
  doubts: (_subject, _context, { deskWords }) => labelled(identityDoubtSchema.options, deskWords.doubts),
  levels: ({ view }, _context, { deskWords }) => {
    const known = identityLevelOf(view.case);
    return labelled(
      identityLevelSchema.options.filter((level) => !reaches(known, level)),
      deskWords.identityLevels,
    );
  },
  extension_grounds: (_subject, _context, { deskWords }) =>
    labelled(extensionGroundSchema.options, deskWords.extensionGrounds),
  types: (_subject, _context, { words }) => labelled(requestTypeSchema.options, words.names),
  other_types: (subject, _context, { words }) =>
    labelled(
      requestTypeSchema.options.filter((type) => type !== partOf(subject)?.requestType),
      words.names,
    ),
  departments: (_subject, { organisation, language }) =>
    organisation.departments.map(({ departmentId, name }) => ({ value: departmentId, label: name[language] })),
  code_channels: (_subject, _context, { deskWords }) => labelled(codeChannelSchema.options, deskWords.codeChannels),
  task_ends: ({ view, on }, _context, { deskWords }) => {
    const kind = view.case.tasks.find(({ taskId }) => taskId === on)?.kind;
    return labelled(kind === undefined ? [] : TASK_ENDS[kind], deskWords.taskEnds);
  },
};

/** The part a form is about. */
export function partOf({ view, on }: FormSubject): Part | undefined {
  return view.case.parts.find(({ partId }) => partId === on);
}

/** How a part may end. */
export function outcomesOf(part: Part | undefined) {
  return part === undefined ? [] : REQUEST_TYPE_RULES[part.requestType].outcomes;
}

/** Recipients that may be ticked: confidential ones by those who may know them only. */
export function recipientsFor({ view }: FormSubject, { organisation }: PageContext): readonly Recipient[] {
  return organisation.recipients.filter(({ confidential }) => !confidential || mayKnowConfidential(view.member));
}

function peopleOf(organisation: OrganisationProfile, everybody = false): readonly Option[] {
  const roles = staffRoleSchema.options.filter((role) => everybody || role !== 'data_protection_officer');
  return staffOfRoles(organisation, roles).map(({ staffId, name }) => ({ value: staffId, label: name }));
}
