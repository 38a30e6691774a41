import type { DescribedCall } from './described-call.ts';

/** A call as somebody would type it in a shell, with its example body. Throws RangeError for what a shell would misread. */
export function curlSample(address: string, call: DescribedCall): string {
  const body = call.requestBody?.content['application/json'].example;
  const data = body === undefined ? [] : [`--data '${indented(JSON.stringify(body, null, 2))}'`];
  if (data.some((line) => line.slice(8, -1).includes("'")))
    throw new RangeError(`quote in the example of ${call.path}`);
  const options = [
    ...(call.security.length > 0 ? SIGNING : []),
    ...(body === undefined ? [] : ['--header "Content-Type: application/json"']),
    ...(call.parameters.some(({ name }) => name === 'Idempotency-Key')
      ? ['--header "Idempotency-Key: $(uuidgen)"']
      : []),
    ...data,
  ];
  return [`curl "${address}${filledIn(call)}"`, ...options].join(' \\\n  ');
}

const SIGNING = [
  '--aws-sigv4 "aws:amz:$AWS_REGION:execute-api"',
  '--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
  '--header "X-Amz-Security-Token: $AWS_SESSION_TOKEN"',
];

function filledIn({ path, parameters }: DescribedCall): string {
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((filled, { name, schema }) => {
      const [example] = schema.examples ?? [];
      if (example === undefined) throw new RangeError(`no example of ${name}`);
      return filled.replace(`{${name}}`, encodeURIComponent(example));
    }, path);
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
