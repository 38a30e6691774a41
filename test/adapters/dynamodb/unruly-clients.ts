import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Makes every query answer pages of at most so many items, so that a handful of items takes several. */
export function useSmallPages(client: DynamoDBClient, size: number): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'QueryCommand') return next(args);
      const { Limit = size, ...input } = args.input as { readonly Limit?: number };
      return next({ ...args, input: { ...input, Limit: Math.min(Limit, size) } });
    },
    { step: 'initialize', name: 'smallPages' },
  );
}

/** Loses the first answer to each command of the given name after it has had its effect; the SDK tries again. */
export function loseFirstAnswers(client: DynamoDBClient, commandName: string): { readonly lost: () => number } {
  let lost = 0;
  client.middlewareStack.add(
    (next, context) => {
      let first = true;
      return async (args) => {
        const result = await next(args);
        if (context.commandName !== commandName || !first) return result;
        first = false;
        lost += 1;
        throw Object.assign(new Error('the answer was lost'), { name: 'TimeoutError' });
      };
    },
    { step: 'deserialize', priority: 'low', name: 'lostAnswers' },
  );
  return { lost: () => lost };
}
