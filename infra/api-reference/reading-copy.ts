import type { openApiDocument } from '../../contracts/http/openapi.ts';

/**
 * The calls of the document as JSON, without what machines need and people read past: patterns, bounds no number
 * reaches, that nothing else may be sent (said once, for all), signatures (the introduction has them), and problems,
 * which get one table for each call.
 */
export function readingCopy({ openapi, info, paths, components }: ReturnType<typeof openApiDocument>): string {
  const { title, version } = info;
  const copy = { openapi, info: { title, version }, paths, components: { schemas: components?.schemas } };
  return JSON.stringify(copy, (key, value: unknown) => (isRead(key, value) ? saidOnce(value) : undefined));
}

function isRead(key: string, value: unknown): boolean {
  switch (key) {
    case 'pattern':
    case 'additionalProperties':
      return typeof value === 'object';
    case 'maximum':
    case 'minimum':
      return typeof value !== 'number' || Math.abs(value) < Number.MAX_SAFE_INTEGER;
    case 'tags':
    case 'security':
      return false;
    default:
      return !isProblem(value);
  }
}

function isProblem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('content' in value)) return false;
  const { content } = value;
  return typeof content === 'object' && content !== null && 'application/problem+json' in content;
}

/** A parameter says the same itself and in its schema. */
function saidOnce(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('in' in value) || !('schema' in value)) return value;
  const { schema } = value;
  return { ...value, schema: { ...(typeof schema === 'object' && schema), description: undefined } };
}
