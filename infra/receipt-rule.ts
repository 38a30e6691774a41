import type { Stack } from 'aws-cdk-lib';
import type { Settings } from './settings.ts';

/**
 * The rule set all stages of an account share: SES has one that is active per account and region. Its name is fixed, so
 * that the command that makes it active can be written down.
 */
export const RECEIPT_RULE_SET = 'privacy-desk';

/** What the rule of a stage is called, as in the name of a stack. */
export function receiptRuleName({ stage }: Settings): string {
  return `privacy-desk-${stage}`;
}

/** Who SES says it acts for when it stores a mail of this stage and tells of it. */
function receiptRuleArn(stack: Stack, settings: Settings): string {
  return stack.formatArn({
    service: 'ses',
    resource: 'receipt-rule-set',
    resourceName: `${RECEIPT_RULE_SET}:receipt-rule/${receiptRuleName(settings)}`,
  });
}

/** Conditions of a statement that lets SES in: for the receipt rule of this stage in this account, and nobody else's. */
export function onlyForReceiptRule(stack: Stack, settings: Settings) {
  return {
    StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': receiptRuleArn(stack, settings) },
  };
}
