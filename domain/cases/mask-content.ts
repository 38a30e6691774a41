import { maskCitizenNumbers } from './mask-citizen-number.ts';
import type { RequestDraft } from './request-draft.ts';

/**
 * The same request with the citizen service numbers masked in all that was typed freely (`maskCitizenNumbers`): name,
 * phone, postal address, message, texts of the parts. Only what it returns may be stored or hashed.
 */
export function maskContent<Draft extends RequestDraft>(draft: Draft): Draft {
  const { requester, parts, message, onBehalfOf } = draft;
  const { name, phone, postalAddress } = requester;
  return {
    ...draft,
    requester: {
      ...requester,
      name: maskCitizenNumbers(name),
      ...(phone !== undefined && { phone: maskCitizenNumbers(phone) }),
      ...(postalAddress !== undefined && { postalAddress: maskCitizenNumbers(postalAddress) }),
    },
    parts: parts.map(maskPart),
    ...(onBehalfOf?.name !== undefined && { onBehalfOf: { ...onBehalfOf, name: maskCitizenNumbers(onBehalfOf.name) } }),
    ...(message !== undefined && { message: maskCitizenNumbers(message) }),
  };
}

function maskPart(part: RequestDraft['parts'][number]): RequestDraft['parts'][number] {
  return part.text === undefined ? part : { ...part, text: maskCitizenNumbers(part.text) };
}
