import type { Case } from './case.ts';
import type { Extension } from './extension.ts';
import type { Part } from './part.ts';

/** The extension of a case once its letter has left; null before, after a bounce, and without one. */
export function extensionInForce({ extension }: Pick<Case, 'extension'>): Extension | null {
  return extension?.state === 'in_force' ? extension : null;
}

/** Whether the limit of this part was extended. */
export function isExtended(subject: Pick<Case, 'extension'>, { partId }: Part): boolean {
  return extensionInForce(subject)?.partIds.includes(partId) ?? false;
}
