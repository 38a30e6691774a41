import * as z from 'zod';
import type { StaffRole } from '../organisation.ts';

/** Why a right is not granted, or not in whole. Each names the provision it rests on. */
export const refusalGroundSchema = z.enum([
  'gdpr_12_5_excessive', // manifestly unfounded or excessive: the burden of proof is the controller's
  'gdpr_11_2_not_identifiable', // the person could not be identified
  'gdpr_15_4_others', // the rights of others: leave out, never refuse the whole
  'gdpr_16_found_correct', // the data are right as they are
  'gdpr_17_1_no_ground', // none of the grounds for erasure is there
  'gdpr_17_3_a_expression',
  'gdpr_17_3_b_legal_duty',
  'gdpr_17_3_c_public_health',
  'gdpr_17_3_d_archive',
  'gdpr_17_3_e_legal_claim',
  'tax_law', // books for the tax authority: the years are national law
  'contract_running',
  'open_invoice',
  'dispute',
  'fraud',
  'suppression_entry', // kept so that the person is not mailed again
  'proof_of_consent',
  'service_needed', // the statement's "dienstverlening": weaker than art. 17
  'gdpr_18_1_no_case', // none of the four cases of restriction
  'gdpr_20_1_other_basis', // neither consent nor contract, or not automated
  'gdpr_20_4_others',
  'gdpr_21_1_compelling', // compelling grounds, demonstrated
  'gdpr_21_1_legal_claim',
  'gdpr_22_1_no_such_decision', // no decision by automated means alone
  'gdpr_23_1_d', // crime: prevention, detection; this and the next two where national law says so (UAVG art. 41)
  'gdpr_23_1_i', // the person's own protection, or the rights of others
  'gdpr_23_1_j', // collection of civil claims
]);
export type RefusalGround = z.infer<typeof refusalGroundSchema>;

/** What national law fills in: a letter says it with the words of the organisation's profile. */
export type NationalGround = Extract<RefusalGround, 'tax_law' | `gdpr_23_${string}`>;

/** The request types that can be refused at all: there is no ground, and no row, for the absolute ones. */
type RefusableType =
  | 'access'
  | 'rectification'
  | 'erasure'
  | 'portability'
  | 'restriction'
  | 'objection'
  | 'automated_decision';

interface RefusalGroundRules {
  readonly requestTypes: readonly RefusableType[];
  /** Leaves something out, and is never a reason to refuse the whole. */
  readonly partialOnly: boolean;
  /** Names data that are kept until a date, on which they are erased after all. */
  readonly keepsUntil: boolean;
  /** Who may approve it besides those above them. */
  readonly approvers: readonly StaffRole[];
}

const EVERY_RIGHT = [
  'access',
  'rectification',
  'erasure',
  'portability',
  'restriction',
  'objection',
  'automated_decision',
] as const;
const LEAD: readonly StaffRole[] = ['team_lead', 'privacy_officer'];
const OFFICER: readonly StaffRole[] = ['privacy_officer'];

const whole = (requestTypes: readonly RefusableType[], approvers: readonly StaffRole[]): RefusalGroundRules => ({
  requestTypes,
  partialOnly: false,
  keepsUntil: false,
  approvers,
});
const partial = (requestTypes: readonly RefusableType[]): RefusalGroundRules => ({
  ...whole(requestTypes, LEAD),
  partialOnly: true,
});
const kept = (approvers: readonly StaffRole[] = LEAD): RefusalGroundRules => ({
  ...whole(['erasure'], approvers),
  keepsUntil: true,
});

/** The closed list of grounds (GDPR, its national restrictions, and the exceptions of a privacy statement), as data. */
export const REFUSAL_GROUNDS: Readonly<Record<RefusalGround, RefusalGroundRules>> = {
  gdpr_12_5_excessive: whole(EVERY_RIGHT, OFFICER),
  gdpr_11_2_not_identifiable: whole(EVERY_RIGHT, LEAD),
  gdpr_15_4_others: partial(['access']),
  gdpr_16_found_correct: whole(['rectification'], LEAD),
  gdpr_17_1_no_ground: whole(['erasure'], LEAD),
  gdpr_17_3_a_expression: kept(OFFICER),
  gdpr_17_3_b_legal_duty: kept(),
  gdpr_17_3_c_public_health: kept(OFFICER),
  gdpr_17_3_d_archive: kept(OFFICER),
  gdpr_17_3_e_legal_claim: kept(),
  tax_law: kept(),
  contract_running: kept(),
  open_invoice: kept(),
  dispute: kept(),
  fraud: kept(OFFICER),
  suppression_entry: kept(),
  proof_of_consent: kept(),
  service_needed: kept(OFFICER),
  gdpr_18_1_no_case: whole(['restriction'], LEAD),
  gdpr_20_1_other_basis: whole(['portability'], LEAD),
  gdpr_20_4_others: partial(['portability']),
  gdpr_21_1_compelling: whole(['objection'], OFFICER),
  gdpr_21_1_legal_claim: whole(['objection'], OFFICER),
  gdpr_22_1_no_such_decision: whole(['automated_decision'], LEAD),
  gdpr_23_1_d: whole(EVERY_RIGHT, OFFICER),
  gdpr_23_1_i: whole(EVERY_RIGHT, OFFICER),
  gdpr_23_1_j: whole(EVERY_RIGHT, OFFICER),
};
