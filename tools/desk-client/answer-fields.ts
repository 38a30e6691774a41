import { REQUIRED_CONTENTS } from '../../domain/answers/required-contents.ts';
import { REQUEST_TYPE_RULES, type RequestType } from '../../domain/cases/request-types.ts';

/**
 * What the form of an answer holds that gives all that was asked: no personal data in its text, the requester known
 * well enough, and everything in it that such an answer must contain.
 */
export function answerFields(requestType: RequestType, text: string): Readonly<Record<string, string>> {
  const { outcomes, identityLevel } = REQUEST_TYPE_RULES[requestType];
  return {
    outcome: outcomes.includes('granted') ? 'granted' : 'answered',
    text,
    ...(identityLevel === 'L2' && { identityMethod: 'account_login' }),
    ...Object.fromEntries(REQUIRED_CONTENTS[requestType].map((item) => [`content_${item}`, 'on'])),
  };
}
