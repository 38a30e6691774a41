import type { Settings } from './settings.ts';

/** What the local engine cannot do, so the local stage leaves it out. Everything else is deployed as on AWS. */
export interface LocalDifferences {
  /**
   * Queue and topic policies that refuse requests without TLS: the engine speaks plain HTTP and would refuse
   * every request of its own services.
   */
  readonly refusePlainHttp: boolean;
  /**
   * Naming the sender in the policy of the dispatcher: the engine judges sending by no resource and without
   * `ses:FromAddress`, so it would refuse every mail.
   */
  readonly pinMailSender: boolean;
  /** AWS Budgets: the engine's CloudFormation does not know it, and nothing costs anything there. */
  readonly budget: boolean;
  /** Telling the DKIM records of a sender: the engine signs no mail and has none. */
  readonly dkimRecords: boolean;
  /**
   * Rule set and rule by which SES receives mail: the engine's CloudFormation does not know them. A small SMTP server of
   * the local desk puts mails into the bucket and tells the topic in their place.
   */
  readonly receivesMail: boolean;
  /** Publishing assets through the bootstrap roles: with IAM enforced the engine refuses them their bucket. */
  readonly bootstrapRoles: boolean;
}

/** What a stage is deployed with. */
export function differencesOf(settings: Settings): LocalDifferences {
  const onAws = settings.stage !== 'local';
  return {
    refusePlainHttp: onAws,
    pinMailSender: onAws,
    budget: onAws,
    dkimRecords: onAws,
    receivesMail: onAws,
    bootstrapRoles: onAws,
  };
}
