import * as z from 'zod';
import { parseGivenAt } from '../../domain/consents/given-at.ts';
import type { ImportLine } from '../../domain/consents/use-cases/import-subscribers.ts';
import { languageSchema } from '../../domain/languages.ts';
import { emailAddressSchema } from './email-address.ts';
import { manyLines, oneLine } from './text.ts';

/** Why one line of a list is not taken in by what it says alone. */
export const importFaultSchema = z.enum([
  'unknown_field',
  'email_missing',
  'email_invalid',
  'language_unknown',
  'given_at_missing',
  'given_at_invalid',
  'source_missing',
  'wording_missing',
  'too_long',
  'control_characters',
  'not_text',
]);
export type ImportFault = z.infer<typeof importFaultSchema>;

/** What a line may say besides its number. */
export const importFields = ['email', 'language', 'givenAt', 'source', 'wording', 'proof'] as const;
export type ImportField = (typeof importFields)[number];

/** How many characters evidence may have; a wording that is longer is referred to. */
export const LONGEST_EVIDENCE = { source: 300, wording: 2000, proof: 300 } as const;

const sourceSchema = oneLine(LONGEST_EVIDENCE.source);
const wordingSchema = manyLines(LONGEST_EVIDENCE.wording);
const proofSchema = oneLine(LONGEST_EVIDENCE.proof);

const lineSchema = z.looseObject({ line: z.int().min(1) });
type RawLine = z.infer<typeof lineSchema>;

/** A fault, thrown within this file only. */
class LineFault extends Error {
  override readonly name = 'LineFault';
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * One line of a list as a caller sends it: its values are texts, an absent one is the same as an empty one. Answers what
 * is wrong with it first, by field in the order of `importFields`, and names no value.
 */
export function readImportLine(raw: RawLine): ImportLine | { readonly line: number; readonly fault: ImportFault } {
  try {
    const stray = Object.keys(raw).find((key) => key !== 'line' && !importFields.some((field) => field === key));
    if (stray !== undefined) throw new LineFault('unknown_field');
    const email = emailOf(textOf(raw, 'email'));
    const language = languageOf(textOf(raw, 'language'));
    const givenAt = givenAtOf(textOf(raw, 'givenAt'));
    const source = required(sourceSchema, textOf(raw, 'source'), 'source_missing');
    const wording = required(wordingSchema, textOf(raw, 'wording'), 'wording_missing');
    const proof = textOf(raw, 'proof');
    return {
      line: raw.line,
      email,
      ...(language !== undefined && { language }),
      givenAt,
      source,
      wording,
      proof: proof === '' ? null : required(proofSchema, proof, 'control_characters'),
    };
  } catch (error) {
    if (error instanceof LineFault) return { line: raw.line, fault: error.fault };
    throw error;
  }
}

function textOf(raw: RawLine, field: ImportField): string {
  const value = raw[field] ?? '';
  if (typeof value !== 'string') throw new LineFault('not_text');
  return value.trim();
}

function emailOf(text: string): string {
  if (text === '') throw new LineFault('email_missing');
  const parsed = emailAddressSchema.safeParse(text);
  if (!parsed.success) throw new LineFault('email_invalid');
  return parsed.data;
}

function languageOf(text: string): ImportLine['language'] {
  if (text === '') return undefined;
  const parsed = languageSchema.safeParse(text.toLowerCase());
  if (!parsed.success) throw new LineFault('language_unknown');
  return parsed.data;
}

function givenAtOf(text: string): ImportLine['givenAt'] {
  if (text === '') throw new LineFault('given_at_missing');
  const givenAt = parseGivenAt(text);
  if (givenAt === undefined) throw new LineFault('given_at_invalid');
  return givenAt;
}

function required(schema: z.ZodType<string | undefined>, text: string, missing: ImportFault): string {
  if (text === '') throw new LineFault(missing);
  const parsed = schema.safeParse(text);
  if (parsed.success && parsed.data !== undefined) return parsed.data;
  throw new LineFault(isTooLong(parsed.error) ? 'too_long' : 'control_characters');
}

function isTooLong(error: z.ZodError | undefined): boolean {
  return error?.issues.every((issue) => issue.code === 'custom' && issue.params?.['code'] === 'too_long') ?? false;
}
