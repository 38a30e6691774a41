import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { awsConfigOf } from './aws-config.ts';
import type { DeskAddress } from './desk-address.ts';

/** The watchdog failed. */
class SweepError extends Error {
  override readonly name = 'SweepError';
}

const answerSchema = z.object({ count: z.int() });

/**
 * Has the watchdog do a task as its schedule would.
 * @returns on how many cases it acted
 * @throws SweepError
 */
export async function invokeSweep(desk: DeskAddress, task: 'digest' | 'late'): Promise<number> {
  const client = new LambdaClient(awsConfigOf(desk));
  const { Payload: payload, FunctionError: failed } = await client.send(
    new InvokeCommand({ FunctionName: desk.sweepName, Payload: JSON.stringify({ task }) }),
  );
  const answer = answerSchema.safeParse(JSON.parse(payload?.transformToString() ?? 'null'));
  if (failed !== undefined || !answer.success) throw new SweepError(`The sweep failed at its task "${task}".`);
  return answer.data.count;
}
