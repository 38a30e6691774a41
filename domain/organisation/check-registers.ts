import type { DataCategory, Department, Processing, SourceSystem } from './processing.ts';
import type { Recipient } from './recipients.ts';

interface Registers {
  readonly recipients: readonly Recipient[];
  readonly processing: readonly Processing[];
  readonly dataCategories: readonly DataCategory[];
  readonly sourceSystems: readonly SourceSystem[];
  readonly departments: readonly Department[];
}

/** Something in one register that another does not know. */
export interface RegisterFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What would leave an answer incomplete: double or unknown ids, data nobody searches, recipients nobody can name. */
export function faultsOf(registers: Registers): readonly RegisterFault[] {
  const { recipients, processing, dataCategories, sourceSystems, departments } = registers;
  const categoryIds = dataCategories.map(({ categoryId }) => categoryId);
  const categories = new Set(categoryIds);
  const departmentIds = departments.map(({ departmentId }) => departmentId);
  const searched = new Set(sourceSystems.flatMap((system) => system.dataCategories));
  const kinds = new Set(recipients.map(({ category }) => category));
  return [
    ...doubles(
      'recipients',
      recipients.map(({ recipientId }) => recipientId),
    ),
    ...doubles(
      'processing',
      processing.map(({ purposeId }) => purposeId),
    ),
    ...doubles('dataCategories', categoryIds),
    ...doubles(
      'sourceSystems',
      sourceSystems.map(({ systemId }) => systemId),
    ),
    ...doubles('departments', departmentIds),
    ...unknownCategories('recipients', recipients, categories),
    ...unknownCategories('processing', processing, categories),
    ...unknownCategories('sourceSystems', sourceSystems, categories),
    ...sourceSystems.flatMap(({ departmentId }, index) =>
      departmentIds.includes(departmentId)
        ? []
        : [{ path: ['sourceSystems', index, 'departmentId'], message: `there is no department ${departmentId}` }],
    ),
    ...dataCategories.flatMap(({ categoryId }, index) =>
      searched.has(categoryId)
        ? []
        : [{ path: ['dataCategories', index], message: `no system is searched for ${categoryId}` }],
    ),
    ...processing.flatMap(({ recipientCategories }, index) =>
      recipientCategories
        .filter((kind) => !kinds.has(kind))
        .map((kind) => ({ path: ['processing', index, 'recipientCategories'], message: `no recipient is ${kind}` })),
    ),
  ];
}

function doubles(register: string, ids: readonly string[]): readonly RegisterFault[] {
  return new Set(ids).size === ids.length ? [] : [{ path: [register], message: 'ids must differ' }];
}

function unknownCategories(
  register: string,
  entries: readonly { readonly dataCategories: readonly string[] }[],
  known: ReadonlySet<string>,
): readonly RegisterFault[] {
  return entries.flatMap(({ dataCategories }, index) =>
    dataCategories
      .filter((id) => !known.has(id))
      .map((id) => ({ path: [register, index, 'dataCategories'], message: `there is no data category ${id}` })),
  );
}
