import * as z from 'zod';
import { calendarRulesSchema } from './deadlines/holiday-rules.ts';
import { languageSchema } from './languages.ts';
import { faultsOf } from './organisation/check-registers.ts';
import { consentsSchema } from './organisation/consents.ts';
import { jurisdictionSchema } from './organisation/jurisdiction.ts';
import { localisedSchema } from './organisation/localised.ts';
import { lookSchema } from './organisation/look.ts';
import {
  dataCategorySchema,
  departmentSchema,
  processingSchema,
  sourceSystemSchema,
} from './organisation/processing.ts';
import { recipientSchema } from './organisation/recipients.ts';

/** Who may do what: the ladder climbs in this order; the data protection officer is told and advises, never decides. */
export const staffRoleSchema = z.enum([
  'handler',
  'deputy',
  'team_lead',
  'privacy_officer',
  'director',
  'data_protection_officer',
]);
export type StaffRole = z.infer<typeof staffRoleSchema>;

export const staffIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

export const staffMemberSchema = z.strictObject({
  staffId: staffIdSchema,
  name: z.string().min(1),
  email: z.email(),
  role: staffRoleSchema,
  language: languageSchema,
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** Each is written to twice when a case opens, and all of that is one transaction. */
const MOST_HANDLERS = 40;

/** One organisation: whom letters come from, who works the desk, where complaints go. Checked at synth. */
export const organisationProfileSchema = z
  .strictObject({
    organisationId: z.string().regex(/^[a-z][a-z0-9-]{1,29}$/),
    legalName: z.string().min(1),
    brandName: z.string().min(1),
    postalAddress: z.string().min(1),
    registrationNumber: z.string().min(1),
    phone: z.string().min(1),
    supportEmail: z.email(),
    /** Sender of every mail; its domain must be a verified SES identity. */
    mailFrom: z.strictObject({ name: z.string().min(1), address: z.email() }),
    defaultLanguage: languageSchema,
    statementUrl: z.url(),
    faqUrl: z.url(),
    supervisoryAuthority: z.strictObject({
      name: z.string().min(1),
      website: z.url(),
      postalAddress: z.string().min(1),
      phone: z.string().min(1),
    }),
    /** Where complaints about marketing mail go (ePrivacy Directive art. 13); null where that is the one for privacy. */
    marketingAuthority: z.strictObject({ name: z.string().min(1), website: z.url() }).nullable(),
    jurisdiction: jurisdictionSchema,
    /**
     * Whether it provides telephony or internet: it then holds traffic and location data (ePrivacy Directive art. 6 and
     * 9), and its customers may keep their numbers elsewhere (Directive 2018/1972 art. 106).
     */
    isTelecomProvider: z.boolean(),
    courtSentence: localisedSchema,
    /** Which rights a person has, as every access answer says (GDPR art. 15(1)(e)). */
    rightsText: localisedSchema,
    calendar: calendarRulesSchema,
    look: lookSchema,
    staff: z.array(staffMemberSchema).min(1).max(100),
    /** Who calls the requester after a missed promise, when staff gave no new date. */
    callBack: z.strictObject({ name: z.string().min(1), phone: z.string().min(1) }),
    recipients: z.array(recipientSchema),
    processing: z.array(processingSchema).min(1),
    dataCategories: z.array(dataCategorySchema).min(1),
    /** The search checklist. */
    sourceSystems: z.array(sourceSystemSchema).min(1),
    departments: z.array(departmentSchema).min(1),
    consents: consentsSchema,
    /** Where mail goes that is no privacy matter; null when customer service has every mail already. */
    customerServiceEmail: z.email().nullable(),
  })
  .superRefine((profile, context) => {
    const ids = profile.staff.map((member) => member.staffId);
    if (new Set(ids).size !== ids.length)
      context.addIssue({ code: 'custom', path: ['staff'], message: 'staff ids must differ' });
    const addresses = profile.staff.map((member) => member.email.toLowerCase());
    if (new Set(addresses).size !== addresses.length)
      context.addIssue({ code: 'custom', path: ['staff'], message: 'staff addresses must differ' });
    if (profile.staff.filter(({ role }) => role === 'handler').length > MOST_HANDLERS)
      context.addIssue({ code: 'custom', path: ['staff'], message: 'there are too many handlers' });
    for (const { path, message } of faultsOf(profile)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
    for (const role of ['handler', 'team_lead', 'privacy_officer', 'director'] as const) {
      if (!profile.staff.some((member) => member.role === role)) {
        context.addIssue({ code: 'custom', path: ['staff'], message: `the ladder needs a ${role}` });
      }
    }
  });
export type OrganisationProfile = z.infer<typeof organisationProfileSchema>;

/** The staff member with this id, or undefined when the person has left the profile. */
export function findStaff(profile: OrganisationProfile, staffId: string): StaffMember | undefined {
  return profile.staff.find((member) => member.staffId === staffId);
}

/** All staff of the given roles, in ladder order of the roles asked for. */
export function staffOfRoles(profile: OrganisationProfile, roles: readonly StaffRole[]): readonly StaffMember[] {
  return roles.flatMap((role) => profile.staff.filter((member) => member.role === role));
}
