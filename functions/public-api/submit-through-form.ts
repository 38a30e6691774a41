import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { idempotencyKeySchema, submitRequestSchema } from '../../contracts/http/submit-request.ts';
import { submitRequest } from '../../domain/cases/use-cases/submit-request.ts';
import { promisedDateOf } from '../../domain/deadlines/deadlines.ts';
import { IdempotencyKeyReusedError } from '../../domain/errors.ts';
import type { FieldError, FieldErrorKey } from '../../views/pages/request-form-errors.ts';
import { requestFormPage, type RequestFormValues } from '../../views/pages/request-form-page.ts';
import { requestReceivedPage } from '../../views/pages/request-received-page.ts';
import { limitCaller } from '../runtime/caller-limit.ts';
import { newFormId } from '../runtime/form-id.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';
import { publicRehearsal, type SubmitApiDependencies } from './submit-through-api.ts';

/**
 * `POST /request`: the form, with the same rules as the API. Wrong input shows the form again with what was typed, and
 * so does the language switch. Sending it twice stores one request. Throws ProblemError and what submitRequest throws.
 */
export async function submitThroughForm(
  dependencies: SubmitApiDependencies & PageSettings,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  const context = pageContextOf(dependencies, event);
  const values = valuesOf(form);
  const promisedDateToday = promisedDateOf(dependencies.clock.now());
  const again = (idempotencyKey: string, errors: readonly FieldError[]) =>
    pageAnswer(422, requestFormPage(context, { idempotencyKey, values, errors, promisedDateToday }));

  const idempotencyKey =
    idempotencyKeySchema.safeParse(form.get('idempotencyKey')).data ?? newFormId(dependencies.randomBytes);
  if (isRedraw(form)) return pageAnswer(200, requestFormPage(context, { idempotencyKey, values, promisedDateToday }));
  const parsed = submitRequestSchema.safeParse(bodyOf(values, context.language));
  if (!parsed.success) return again(idempotencyKey, fieldErrors(parsed.error.issues, values));
  try {
    const rehearsal = publicRehearsal(dependencies);
    const command = { draft: parsed.data, idempotencyKey, receivedThrough: 'form', rehearsal } as const;
    const receipt = await submitRequest(dependencies, command, () => limitCaller(dependencies, event));
    log('REQUEST_SUBMITTED', { caseNumber: receipt.caseNumber });
    return pageAnswer(200, requestReceivedPage(context, receipt));
  } catch (error) {
    if (!(error instanceof IdempotencyKeyReusedError)) throw error;
    // Back button, changed text, sent again: a new request, which the person confirms with one more press.
    return again(newFormId(dependencies.randomBytes), [{ field: 'form', message: 'sent_before' }]);
  }
}

function valuesOf(form: URLSearchParams): RequestFormValues {
  const texts = [...form].flatMap(([name, value]) =>
    name.startsWith('text.') ? [[name.slice('text.'.length), value] as const] : [],
  );
  return {
    name: form.get('name') ?? undefined,
    email: form.get('email') ?? undefined,
    phone: form.get('phone') ?? undefined,
    relation: form.get('relation') ?? undefined,
    message: form.get('message') ?? undefined,
    onBehalfAs: form.get('onBehalfAs') ?? undefined,
    onBehalfName: form.get('onBehalfName') ?? undefined,
    requestTypes: form.getAll('requestType'),
    texts: Object.fromEntries(texts),
  };
}

/** The form as the API's body. A letter that names nothing is a question until staff say what it is. */
function bodyOf(values: RequestFormValues, language: string): unknown {
  const message = filled(values.message);
  const types = askedTypes(values);
  return {
    language,
    requester: {
      name: filled(values.name),
      email: filled(values.email),
      phone: filled(values.phone),
      relation: filled(values.relation),
    },
    parts: types.map((requestType) => ({ requestType, text: filled(textOf(values, requestType)) })),
    message,
    onBehalfOf: onBehalfOf(values),
  };
}

/** Whoever names a person and no capacity is asked for it. */
function onBehalfOf({ onBehalfAs, onBehalfName }: RequestFormValues): unknown {
  const [as, name] = [filled(onBehalfAs), filled(onBehalfName)];
  return as === undefined && name === undefined ? undefined : { as, name };
}

/** A type is what the sender says it is, so it may be the name of something every object has. */
function textOf({ texts }: RequestFormValues, requestType: string): string | undefined {
  return texts !== undefined && Object.hasOwn(texts, requestType) ? texts[requestType] : undefined;
}

function askedTypes(values: RequestFormValues): readonly string[] {
  const types = values.requestTypes ?? [];
  return types.length === 0 && filled(values.message) !== undefined ? ['question'] : types;
}

function filled(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function fieldErrors(issues: readonly z.core.$ZodIssue[], values: RequestFormValues): readonly FieldError[] {
  const types = askedTypes(values);
  const errors = issues.map(({ path, code }): FieldError => {
    const [first, second] = path;
    if (first === 'parts' && typeof second === 'number')
      return { field: `text.${types[second] ?? ''}`, message: messageOf(code, true) };
    if (first === 'parts')
      return { field: 'requestType', message: code === 'too_small' ? 'nothing_asked' : 'too_many' };
    const field = fieldOf(String(first), String(second));
    const isFilled = filled(typedIn(values, field)) !== undefined;
    return { field, message: field === 'email' && isFilled ? 'email' : messageOf(code, isFilled) };
  });
  return errors.filter((error, index) => errors.findIndex(({ field }) => field === error.field) === index);
}

function fieldOf(first: string, second: string): string {
  switch (first) {
    case 'requester':
      return second;
    case 'onBehalfOf':
      return second === 'name' ? 'onBehalfName' : 'onBehalfAs';
    default:
      return first;
  }
}

function typedIn(values: RequestFormValues, field: string): string | undefined {
  return {
    name: values.name,
    email: values.email,
    phone: values.phone,
    relation: values.relation,
    message: values.message,
    onBehalfAs: values.onBehalfAs,
    onBehalfName: values.onBehalfName,
  }[field];
}

function messageOf(code: string, isFilled: boolean): FieldErrorKey {
  if (!isFilled) return 'required';
  return code === 'custom' || code === 'too_big' ? 'too_long' : 'invalid';
}
