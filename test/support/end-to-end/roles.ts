import { iamCall } from './engine-call.ts';
import { desk } from './running-desk.ts';

/** One statement of a policy, as deployed. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

export const asList = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

const between = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, inside = '']) => inside);

/** Names of the deployed roles of the desk, by the construct they belong to. */
async function roleNames(): Promise<readonly string[]> {
  const names = between(await iamCall('ListRoles', { MaxItems: '1000' }), 'RoleName');
  return names.filter((name) => name.startsWith('PrivacyDesk-'));
}

/** The role whose name holds this part. */
export async function roleNamed(part: string): Promise<string> {
  const names = (await roleNames()).filter((name) => name.includes(part));
  if (names.length !== 1) throw new Error(`${names.length} roles are called ${part}: ${names.join(', ')}`);
  return names[0] ?? '';
}

const policyNamesOf = async (role: string) => between(await iamCall('ListRolePolicies', { RoleName: role }), 'member');

async function policyOf(role: string, name: string): Promise<Policy> {
  const xml = await iamCall('GetRolePolicy', { RoleName: role, PolicyName: name });
  return JSON.parse(decodeURIComponent(between(xml, 'PolicyDocument')[0] ?? '')) as Policy;
}

/** All statements of a role's own policies. */
export async function statementsOf(role: string): Promise<readonly Statement[]> {
  const policies = await Promise.all((await policyNamesOf(role)).map((name) => policyOf(role, name)));
  return policies.flatMap(({ Statement: statements }) => statements);
}

/** Takes actions away from a role while `work` goes on, as a hasty change of a policy would. */
export async function withoutActions<Result>(
  role: string,
  actions: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const kept = await Promise.all(
    (await policyNamesOf(role)).map(async (name) => ({ name, policy: await policyOf(role, name) })),
  );
  const put = (name: string, policy: Policy) =>
    iamCall('PutRolePolicy', { RoleName: role, PolicyName: name, PolicyDocument: JSON.stringify(policy) });
  try {
    for (const { name, policy } of kept) {
      const statements = policy.Statement.map((statement) => ({
        ...statement,
        Action: asList(statement.Action).filter((action) => !actions.includes(action)),
      })).filter(({ Action }) => Action.length > 0);
      await put(name, { ...policy, Statement: statements });
    }
    return await work();
  } finally {
    for (const { name, policy } of kept) await put(name, policy);
  }
}

/** The region and account that ARNs of this desk carry. */
export const arnOf = (service: string, resource: string) =>
  `arn:aws:${service}:${desk.region}:${desk.account}:${resource}`;
