import * as z from 'zod';
import type { openApiDocument } from '../../contracts/http/openapi.ts';

/** A response of a call that is a problem, by the name of each example. */
const problemResponseSchema = z.object({
  content: z.object({
    'application/problem+json': z.object({
      examples: z.record(z.string(), z.object({ summary: z.string(), value: z.object({ type: z.string() }) })),
    }),
  }),
});

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.tuple([z.string()]),
  summary: z.string(),
  security: z.array(z.unknown()).default([]),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        schema: z.object({ examples: z.array(z.string()).min(1).optional() }),
      }),
    )
    .default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ example: z.json() }) }) }).optional(),
  responses: z.record(z.string(), z.union([problemResponseSchema, z.object({ description: z.string() })])),
});

/** One operation of the OpenAPI document, with what its part of the reference is made from. */
export interface DescribedCall extends z.infer<typeof operationSchema> {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
}

/** All operations, in the order of the document. Throws ZodError for one without tag, summary or examples. */
export function describedCalls({ paths }: ReturnType<typeof openApiDocument>): readonly DescribedCall[] {
  return Object.entries(paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) =>
      Object.assign(operationSchema.parse(operation), { method: method.toUpperCase(), path }),
    ),
  );
}

/** A problem that a call can have: its status, its `type` by the name it ends with, and when it is answered. */
export interface DescribedProblem {
  readonly status: string;
  readonly type: string;
  readonly when: string;
}

/** The problems of a call, by status. */
export function problemsOf({ responses }: DescribedCall): readonly DescribedProblem[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    if (!('content' in response)) return [];
    return Object.values(response.content['application/problem+json'].examples).map(({ summary, value }) => ({
      status,
      type: value.type.replace(/^urn:privacy-desk:problem:/, ''),
      when: summary,
    }));
  });
}
