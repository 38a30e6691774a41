import type { DeskAddress } from './desk-address.ts';

/** Configuration of an AWS client for this desk: the local engine with its well-known keys, or AWS as the environment says. */
export function awsConfigOf({ engine, region }: Pick<DeskAddress, 'engine' | 'region'>) {
  return engine === undefined
    ? { region }
    : { region, endpoint: engine, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}
