import * as z from 'zod';
import { type OrganisationProfile, organisationProfileSchema } from '../domain/organisation.ts';
import { checkLook } from './check-look.ts';
import { DEFAULT_ORGANISATION, organisationIds, organisations } from './organisations/organisations.ts';
import { SettingsError } from './settings-error.ts';

/** `local` is the engine on this machine; the others are AWS. */
export const stageNames = ['local', 'test', 'production'] as const;
export type StageName = (typeof stageNames)[number];

/** Everything that differs between deployments. */
export interface Settings {
  readonly stage: StageName;
  readonly account: string;
  readonly region: string;
  readonly organisation: OrganisationProfile;
  /** Verified once per account and region, so the stages of one account work for one organisation. */
  readonly senderDomains: readonly string[];
  /**
   * The mail domain of this stage that SES receives: the organisation's own server forwards its privacy addresses there,
   * and reply addresses of cases are in it.
   */
  readonly inboundMailDomain?: string;
  /** Where people reach the desk; without it the address API Gateway gives. No slash at the end. */
  readonly publicUrl?: string;
  /** Address of the local engine; only on the local stage. No slash at the end. */
  readonly engine?: string;
  /** Deletion protection and RETAIN on all that holds data. */
  readonly keepData: boolean;
  /** Clock of the cases the public makes: real, or how many seconds a day of a rehearsal lasts. */
  readonly caseDaySeconds: 'real' | number;
  /** Who may make rehearsal cases: those the account's policies allow, or of those only these principals. */
  readonly rehearsalPrincipals: 'account' | readonly string[];
  /** Who may read and fill the lists of subscribers: those the account's policies allow, or of those only these principals. */
  readonly newsletterPrincipals: 'account' | readonly string[];
  /** Where the newsletter tool hears of consents given and withdrawn; nobody hears of them without it. */
  readonly newsletterWebhook?: string;
  /** The only mail domain rehearsals write to; without it they write to whom they name, and to the staff. */
  readonly rehearsalMailDomain?: string;
  /** Requests one caller may send in an hour; more get a 429. */
  readonly requestsPerCallerAnHour: number;
  readonly logRetentionDays: 7 | 30 | 90;
  /** Gets every alarm. */
  readonly alarmMail?: string;
  /** Rate and reputation rules before the API; about 9 dollars a month. */
  readonly webFirewall: boolean;
  /** Monthly cost of the account at which the alarm address gets a mail. */
  readonly monthlyBudgetDollars?: number;
}

const LOCAL_ACCOUNT = '000000000000';

const address = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be an address such as ${example}` }).transform((url) => url.replace(/\/+$/, ''));
const yesOrNo = z.union(
  [z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')],
  'must be true or false',
);

const principals = z
  .string()
  .transform((list) => list.split(',').map((arn) => arn.trim()))
  .pipe(z.array(z.string().regex(/^arn:aws:iam::[0-9]{12}:(role|user)\/.+$/, 'must be ARNs of roles or users')));

const WEBHOOK = 'must be an address such as https://newsletter.example.org/hooks';
const DAY = 'must be "real" or a number of seconds from 0.1 to 86400';
const COUNT = 'must be a whole number from 1';
/** A household asks a few things at once, a help desk behind one address some more. */
const REQUESTS_PER_CALLER_AN_HOUR = 20;
const DOLLARS = 'must be a number of dollars';

/** What `cdk -c name=value` or the context of cdk.json may say. */
const contextSchema = z.object({
  organisation: z
    .string()
    .refine((id) => organisations.has(id), `must be one of ${organisationIds}`)
    .default(DEFAULT_ORGANISATION),
  stage: z.enum(stageNames, `must be one of ${stageNames.join(', ')}`).optional(),
  account: z.coerce
    .string()
    .regex(/^[0-9]{12}$/, 'must be the 12 digits of an AWS account')
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, 'must be an AWS region such as eu-west-1')
    .optional(),
  publicUrl: address(/^https$/, 'https://privacy.example.org').optional(),
  engine: address(/^https?$/, 'http://127.0.0.1:4566').optional(),
  day: z.union([z.literal('real'), z.coerce.number().gte(0.1, DAY).lte(86_400, DAY)], DAY).optional(),
  inboundMailDomain: z.hostname('must be a mail domain such as desk.example.org').toLowerCase().optional(),
  alarmMail: z.email('must be a mail address').optional(),
  rehearsalPrincipals: principals.optional(),
  newsletterPrincipals: principals.optional(),
  newsletterWebhook: z
    .url({ protocol: /^https?$/, error: WEBHOOK })
    // Plain HTTP only where it never leaves the machine.
    .refine((url) => url.startsWith('https:') || new URL(url).hostname === '127.0.0.1', WEBHOOK)
    .optional(),
  requestsPerCallerAnHour: z.coerce.number(COUNT).int(COUNT).gte(1, COUNT).optional(),
  rehearsalMailDomain: z.hostname('must be a mail domain such as rehearsal.example.org').toLowerCase().optional(),
  webFirewall: yesOrNo.optional(),
  monthlyBudgetDollars: z.coerce.number(DOLLARS).gte(1, DOLLARS).optional(),
});
export const contextNames = Object.keys(contextSchema.shape);
type Context = z.infer<typeof contextSchema>;

/**
 * Reads the settings of one deployment from the CDK context. With no stage named, the account behind the
 * credentials decides: an AWS account means `test`, none or the local engine's means `local`.
 * @param context values of `contextNames`
 * @param credentialsAccount the account the CDK found behind the credentials
 * @throws SettingsError with one sentence that says what to change
 */
export function readSettings(context: Readonly<Record<string, unknown>>, credentialsAccount?: string): Settings {
  const parsed = contextSchema.safeParse(context);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SettingsError(`Setting "${issue?.path[0]?.toString()}" ${issue?.message ?? 'is wrong'}.`);
  }
  const onAws = credentialsAccount !== undefined && credentialsAccount !== LOCAL_ACCOUNT;
  const stage = parsed.data.stage ?? (onAws ? 'test' : 'local');
  switch (stage) {
    case 'local':
      return localSettings(parsed.data);
    case 'test':
      return testSettings(parsed.data, credentialsAccount);
    case 'production':
      return productionSettings(parsed.data);
  }
}

function localSettings(context: Context): Settings {
  if (context.account !== undefined && context.account !== LOCAL_ACCOUNT) {
    throw new SettingsError('Stage local is this machine and has no AWS account: leave out -c account.');
  }
  return {
    ...common('local', context),
    account: LOCAL_ACCOUNT,
    region: 'eu-west-1',
    engine: context.engine ?? 'http://127.0.0.1:4566',
    keepData: false,
    caseDaySeconds: context.day ?? 10,
    // Everything on this machine is one caller.
    requestsPerCallerAnHour: context.requestsPerCallerAnHour ?? 1_000_000,
    rehearsalPrincipals: 'account',
    newsletterPrincipals: 'account',
    logRetentionDays: 7,
  };
}

function testSettings(context: Context, credentialsAccount: string | undefined): Settings {
  refuseLocalAddresses('test', context);
  const account = context.account ?? credentialsAccount;
  if (account === undefined || account === LOCAL_ACCOUNT) {
    throw new SettingsError('Stage test needs an AWS account: sign in to one, or give -c account=<12 digits>.');
  }
  return {
    ...common('test', context),
    account,
    region: context.region ?? 'eu-west-1',
    keepData: false,
    caseDaySeconds: context.day ?? 'real',
    requestsPerCallerAnHour: context.requestsPerCallerAnHour ?? REQUESTS_PER_CALLER_AN_HOUR,
    rehearsalPrincipals: context.rehearsalPrincipals ?? 'account',
    newsletterPrincipals: context.newsletterPrincipals ?? 'account',
    logRetentionDays: 30,
  };
}

function productionSettings(context: Context): Settings {
  refuseLocalAddresses('production', context);
  if (context.account === undefined || context.account === LOCAL_ACCOUNT) {
    throw new SettingsError('Stage production needs its AWS account said out loud: -c account=<12 digits>.');
  }
  if (context.alarmMail === undefined) {
    throw new SettingsError('Stage production needs somebody to wake: -c alarmMail=<address>.');
  }
  if (context.day !== undefined && context.day !== 'real') {
    throw new SettingsError('Stage production lives in real time: leave out -c day.');
  }
  if (context.rehearsalPrincipals !== undefined && context.rehearsalMailDomain === undefined) {
    throw new SettingsError(
      'Rehearsals on production need a mail domain of their own: -c rehearsalMailDomain=<domain>.',
    );
  }
  return {
    ...common('production', context),
    account: context.account,
    region: context.region ?? 'eu-west-1',
    keepData: true,
    caseDaySeconds: 'real',
    requestsPerCallerAnHour: context.requestsPerCallerAnHour ?? REQUESTS_PER_CALLER_AN_HOUR,
    rehearsalPrincipals: context.rehearsalPrincipals ?? [],
    newsletterPrincipals: context.newsletterPrincipals ?? [],
    logRetentionDays: 90,
  };
}

function common(stage: StageName, context: Context) {
  // The local engine receives for any domain; elsewhere mail arrives only where somebody has set up its way.
  const organisation = organisationProfileSchema.parse(organisations.get(context.organisation));
  checkLook(organisation);
  const inboundMailDomain =
    context.inboundMailDomain ?? (stage === 'local' ? `desk.${senderDomain(organisation)}` : undefined);
  return {
    stage,
    organisation,
    ...(inboundMailDomain === undefined ? {} : { inboundMailDomain }),
    senderDomains: [senderDomain(organisation)],
    webFirewall: context.webFirewall ?? false,
    ...(context.publicUrl === undefined ? {} : { publicUrl: context.publicUrl }),
    ...(context.rehearsalMailDomain === undefined ? {} : { rehearsalMailDomain: context.rehearsalMailDomain }),
    ...(context.newsletterWebhook === undefined ? {} : { newsletterWebhook: context.newsletterWebhook }),
    ...(context.alarmMail === undefined ? {} : { alarmMail: context.alarmMail }),
    ...(context.monthlyBudgetDollars === undefined ? {} : { monthlyBudgetDollars: context.monthlyBudgetDollars }),
  };
}

function refuseLocalAddresses(stage: StageName, context: Context): void {
  if (context.engine !== undefined) {
    throw new SettingsError(`Stage ${stage} is deployed to AWS and knows no local engine: leave out -c engine.`);
  }
  if (context.newsletterWebhook?.startsWith('http:') === true) {
    throw new SettingsError(`Stage ${stage} calls the newsletter tool by https only: -c newsletterWebhook=https://...`);
  }
}

/** Domain of the address an organisation's mails come from; it must be a verified identity. */
export function senderDomain(profile: OrganisationProfile): string {
  return profile.mailFrom.address.slice(profile.mailFrom.address.indexOf('@') + 1);
}
