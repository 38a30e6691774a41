import { requestTypeSchema, type RequestType } from '../../domain/cases/request-types.ts';
import type { Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { errorSummary, fieldId } from './fields.ts';

/** Which sentence says what is wrong with a field. */
export type FieldErrorKey = keyof Texts['requesterPages']['fieldErrors'];

/** A field by its name in the body: `name`, `email`, `phone`, `relation`, `requestType`, `text.<requestType>`, `message`, `onBehalfAs`, `onBehalfName`. */
export interface FieldError {
  readonly field: string;
  readonly message: FieldErrorKey;
}

/** The sentence about a field by its name; nothing where nothing is wrong. */
export type FieldErrors = (name: string) => string | undefined;

/** Field name of the things that can be asked, one value each. */
export const TYPES_FIELD = 'requestType';

/** The id of one thing's tick box. */
export function typeId(type: RequestType): string {
  return `field-requestType-${type}`;
}

/** All errors of the request form, each leading to its field; one about a field the form lacks leads to the top. */
export function formErrorSummary(errors: readonly FieldError[], texts: Texts): Html {
  const { form: words, fieldErrors } = texts.requesterPages;
  return errorSummary(
    words.errorSummary,
    errors.map(({ field, message }) => {
      const { id, label } = placeOf(field, texts);
      return { id, text: `${label.replace(/\?$/, '')}: ${fieldErrors[message]}` };
    }),
  );
}

function placeOf(field: string, texts: Texts): { readonly id: string; readonly label: string } {
  const { form: words } = texts.requesterPages;
  const type = requestTypeSchema.safeParse(field.replace(/^text\./, ''));
  if (type.success) return { id: fieldId(field), label: texts.words.asks[type.data] };
  switch (field) {
    case 'name':
    case 'email':
    case 'phone':
    case 'relation':
    case 'message':
    case 'onBehalfAs':
    case 'onBehalfName':
      return { id: fieldId(field), label: words[field] };
    case TYPES_FIELD:
      return { id: typeId('access'), label: words.whatHeading };
    default:
      return { id: 'main', label: words.title };
  }
}
