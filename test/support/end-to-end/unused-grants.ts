import type { RecordedCall } from './recorded-calls.ts';
import { asList, type Statement } from './roles.ts';

/** One action on one resource that a role may use. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
}

/** Every action of every allowing statement, on every resource of it. */
export function grantsIn(statements: readonly Statement[]): readonly Grant[] {
  return statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      asList(Action).flatMap((action) => asList(Resource).map((resource) => ({ action, resource }))),
    );
}

/** Whether a pattern of a policy covers a value: `*` is any text, `?` any character (IAM, policy elements). */
function covers(pattern: string, value: string): boolean {
  const expression = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(value);
}

/** The grants that no call made use of. */
export function unusedGrants(grants: readonly Grant[], calls: readonly RecordedCall[]): readonly Grant[] {
  return grants.filter(
    (grant) => !calls.some((call) => covers(grant.action, call.action) && covers(grant.resource, call.resource)),
  );
}

/** The calls that no grant covers: they were let through by something that is not in the role's policies. */
export function ungrantedCalls(grants: readonly Grant[], calls: readonly RecordedCall[]): readonly RecordedCall[] {
  return calls.filter(
    (call) => !grants.some((grant) => covers(grant.action, call.action) && covers(grant.resource, call.resource)),
  );
}
