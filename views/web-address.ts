/** The address as it may stand in a link. Throws RangeError unless it is http or https, so that no link runs anything. */
export function webAddress(address: string): string {
  if (!/^https?:\/\/[^\s]+$/.test(address)) throw new RangeError('a link leads to a web address');
  return address;
}
