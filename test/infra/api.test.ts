import { describe, expect, it } from 'vitest';
import { production, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

const desk = synthesiseDesk(production);
const METHOD = 'AWS::ApiGateway::Method';
const [api] = desk.ofType('AWS::ApiGateway::RestApi');
const [stage] = desk.ofType('AWS::ApiGateway::Stage');

/** The path of a resource, by following its parents. */
function pathOf(id: string): string {
  const resource = desk.ofType('AWS::ApiGateway::Resource').find((each) => each.id === id);
  if (resource === undefined) return '';
  return `${pathOf(textOf(resource.Properties['ParentId']).slice(1, -1))}/${resource.Properties['PathPart']}`;
}

const allMethods = desk.ofType(METHOD).map(({ Properties }) => ({
  route: `${Properties['HttpMethod']} ${pathOf(textOf(Properties['ResourceId']).slice(1, -1)) || '/'}`,
  authorization: Properties['AuthorizationType'] as string,
  servedBy: /<(?:WebFunctions)?(\w+?)Function[0-9A-F]{8}\.Arn>/.exec(textOf(Properties['Integration']['Uri']))?.[1],
  proxy: Properties['Integration']['Type'] as string,
}));

const methods = allMethods.filter(({ route }) => !route.startsWith('ANY '));
const STAFF_PAGES: ReadonlySet<string> = new Set([
  'GET /desk',
  'GET /desk/cases/{caseNumber}',
  'GET /desk/intake',
  'GET /desk/batch',
  'GET /desk/files/arrived',
  'GET /desk/consents',
]);
/** What the holder of a token from a mail sees of their own consents. */
const TOKEN_PAGES: ReadonlySet<string> = new Set([
  'GET /unsubscribe/{token}',
  'GET /unsubscribe/{token}/receipt',
  'GET /unsubscribe/{token}/receipt.json',
]);

describe('the addresses of the desk', () => {
  it('are these, each served by the function that may', () => {
    expect(Object.fromEntries(methods.map(({ route, servedBy }) => [route, servedBy]))).toEqual({
      'POST /api/requests': 'PublicApi',
      'POST /api/rehearsals': 'PublicApi',
      'POST /request': 'PublicApi',
      'POST /confirm': 'PublicApi',
      'GET /api/topics/{topic}/subscribers': 'SubscriberApi',
      'POST /api/topics/{topic}/check': 'SubscriberApi',
      'POST /api/topics/{topic}/imports': 'SubscriberApi',
      'POST /api/consents': 'ManageConsents',
      'POST /api/consents/withdraw': 'ManageConsents',
      'POST /newsletter': 'ManageConsents',
      'POST /newsletter/confirm': 'ManageConsents',
      'GET /unsubscribe/{token}': 'ManageConsents',
      'POST /unsubscribe/{token}': 'ManageConsents',
      'GET /unsubscribe/{token}/receipt': 'ManageConsents',
      'GET /unsubscribe/{token}/receipt.json': 'ManageConsents',
      'POST /collect': 'CollectAnswer',
      'POST /collect/file': 'CollectAnswer',
      'POST /case': 'CollectAnswer',
      'POST /case/act': 'CollectAnswer',
      'POST /confirm-contact': 'CollectAnswer',
      'POST /new-link': 'CollectAnswer',
      'POST /report': 'CollectAnswer',
      'POST /report/act': 'CollectAnswer',
      'POST /desk': 'StaffDesk',
      'POST /desk/act': 'StaffDesk',
      'POST /desk/sign-in': 'StaffDesk',
      'POST /desk/sign-out': 'StaffDesk',
      'POST /desk/decide': 'StaffDesk',
      'POST /desk/files': 'StaffDesk',
      'GET /desk/files/arrived': 'StaffDesk',
      'POST /desk/files/attach': 'StaffDesk',
      'POST /desk/files/open': 'StaffDesk',
      'POST /desk/files/remove': 'StaffDesk',
      'POST /desk/mail': 'StaffDesk',
      'GET /desk': 'StaffDesk',
      'POST /desk/find': 'StaffDesk',
      'GET /desk/cases/{caseNumber}': 'StaffDesk',
      'POST /desk/absence': 'StaffDesk',
      'GET /desk/intake': 'StaffDesk',
      'POST /desk/intake': 'StaffDesk',
      'GET /desk/consents': 'StaffDesk',
      'POST /desk/consents': 'StaffDesk',
      'GET /desk/batch': 'StaffDesk',
      'POST /desk/batch': 'StaffDesk',
      'GET /': 'ShowPages',
      'GET /request': 'ShowPages',
      'GET /newsletter': 'ShowPages',
      'GET /newsletter/confirm': 'ShowPages',
      'GET /confirm': 'ShowPages',
      'GET /collect': 'ShowPages',
      'GET /case': 'ShowPages',
      'GET /confirm-contact': 'ShowPages',
      'GET /report': 'ShowPages',
      'GET /desk/act': 'ShowPages',
      'GET /desk/sign-in': 'ShowPages',
      'GET /api': 'ShowPages',
      'GET /api/openapi.json': 'ShowPages',
      'GET /assets/{name}': 'ShowPages',
    });
    expect(new Set(methods.map(({ proxy }) => proxy))).toEqual(new Set(['AWS_PROXY']));
  });

  it('have any other method answered by the function that can read nothing', () => {
    const others = allMethods.filter(({ route }) => route.startsWith('ANY '));
    const paths = new Set(methods.map(({ route }) => route.slice(route.indexOf(' ') + 1)));
    expect(new Set(others.map(({ route }) => route.slice('ANY '.length)))).toEqual(paths);
    expect(new Set(others.map(({ servedBy }) => servedBy))).toEqual(new Set(['ShowPages']));
  });

  it('lead every GET to the function that can read nothing, but for sessions, tokens and signed calls', () => {
    const gets = methods.filter(
      ({ route, authorization }) =>
        route.startsWith('GET ') && authorization !== 'AWS_IAM' && !STAFF_PAGES.has(route) && !TOKEN_PAGES.has(route),
    );
    expect(new Set(gets.map(({ servedBy }) => servedBy))).toEqual(new Set(['ShowPages']));
  });

  it('ask for a signature where a rehearsal is made and where lists are read or filled, and nowhere else', () => {
    expect(methods.filter(({ authorization }) => authorization === 'AWS_IAM').map(({ route }) => route)).toEqual([
      'POST /api/rehearsals',
      'GET /api/topics/{topic}/subscribers',
      'POST /api/topics/{topic}/check',
      'POST /api/topics/{topic}/imports',
    ]);
  });
});

/** The statements of the API's own policy: what is open, and what is not. */
const policyOf = (rehearsalPrincipals?: string) => {
  const [of] = synthesiseDesk(
    rehearsalPrincipals === undefined
      ? production
      : { ...production, rehearsalPrincipals, rehearsalMailDomain: 'rehearsal.example.org' },
  ).ofType('AWS::ApiGateway::RestApi');
  return of?.Properties['Policy']?.Statement as { Effect: string; Resource: unknown; Condition?: unknown }[];
};

describe('who may rehearse', () => {
  it('is nobody on production unless named', () => {
    const [open, denied] = policyOf();
    expect(denied?.Effect).toBe('Deny');
    expect(denied?.Resource).toContain('execute-api:/live/*/api/rehearsals*');
    expect(denied?.Condition).toBeUndefined();
    const paths = new Set(methods.map(({ route }) => route.slice(route.indexOf(' ') + 1)));
    expect(String(open?.Resource)).not.toContain('/api/rehearsals');
    expect(open?.Resource).toHaveLength(paths.size - 4);
    expect(open?.Resource).toContain('execute-api:/live/*/assets/*');
  });

  it('is only who is named', () => {
    const role = 'arn:aws:iam::111111111111:role/rehearse';
    expect(policyOf(role)[1]).toMatchObject({
      Effect: 'Deny',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': [role] } },
    });
  });

  it('is whom the account allows on other stages', () => {
    const [of] = synthesiseDesk({ stage: 'test', account: '111111111111' }).ofType('AWS::ApiGateway::RestApi');
    expect(of?.Properties['Policy']).toBeUndefined();
  });
});

describe('who may use the lists of subscribers', () => {
  const lists = [
    'execute-api:/live/*/api/topics/*/check*',
    'execute-api:/live/*/api/topics/*/imports*',
    'execute-api:/live/*/api/topics/*/subscribers*',
  ];
  const deniedOf = (context: object) => {
    const [of] = synthesiseDesk({ ...production, ...context }).ofType('AWS::ApiGateway::RestApi');
    const statements = of?.Properties['Policy']?.Statement as {
      Effect: string;
      Resource: unknown;
      Condition?: unknown;
    }[];
    return statements.filter(({ Effect, Resource }) => Effect === 'Deny' && String(Resource).includes(lists.join()));
  };

  it('is nobody on production unless named', () => {
    const [denied, ...more] = deniedOf({});
    expect(denied).toMatchObject({ Principal: { AWS: '*' }, Resource: expect.arrayContaining(lists) });
    expect(denied?.Condition).toBeUndefined();
    expect(more).toEqual([]);
  });

  it('is only who is named, which lets nobody rehearse', () => {
    const role = 'arn:aws:iam::111111111111:role/newsletter';
    const [denied] = deniedOf({ newsletterPrincipals: role });
    expect(denied?.Condition).toEqual({ ArnNotEquals: { 'aws:PrincipalArn': [role] } });
    expect(denied?.Resource).toEqual(lists);
    const [of] = synthesiseDesk({ ...production, newsletterPrincipals: role }).ofType('AWS::ApiGateway::RestApi');
    const statements = of?.Properties['Policy']?.Statement as {
      Effect: string;
      Resource: unknown;
      Condition?: unknown;
    }[];
    const rehearsals = statements.find(({ Resource }) => Resource === 'execute-api:/live/*/api/rehearsals*');
    expect(rehearsals).toMatchObject({ Effect: 'Deny' });
    expect(rehearsals?.Condition).toBeUndefined();
  });

  it('may be named on a stage where anybody of the account rehearses', () => {
    const role = 'arn:aws:iam::111111111111:role/newsletter';
    const context = { stage: 'test', account: '111111111111', newsletterPrincipals: role };
    const [of] = synthesiseDesk(context).ofType('AWS::ApiGateway::RestApi');
    const statements = of?.Properties['Policy']?.Statement as { Effect: string; Resource: unknown }[];
    expect(statements.filter(({ Effect }) => Effect === 'Deny').map(({ Resource }) => Resource)).toEqual([lists]);
  });
});

describe('the stage', () => {
  it('has the literal name the public address is built from, and limits', () => {
    expect(stage?.Properties['StageName']).toBe('live');
    const settings = stage?.Properties['MethodSettings'][0] as Record<string, unknown> | undefined;
    expect(settings).toMatchObject({ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 100 });
    expect(settings?.['DataTraceEnabled']).toBe(false);
  });

  it('takes text only', () => {
    expect(api?.Properties['BinaryMediaTypes']).toBeUndefined();
    expect(api?.Properties['EndpointConfiguration']).toEqual({ Types: ['REGIONAL'] });
  });

  it('logs the pattern of the path and nothing of the person', () => {
    const format = stage?.Properties['AccessLogSetting']['Format'] as string;
    expect(format).toContain('$context.resourcePath');
    expect(format).not.toMatch(/\$context\.(identity|path\b|authorizer|domain)|querystring|header|userAgent/i);
  });
});

describe('what the gateway answers by itself', () => {
  const answers = desk.ofType('AWS::ApiGateway::GatewayResponse');

  it('are problem details with the headers of every answer', () => {
    expect(answers.length).toBeGreaterThan(8);
    for (const { Properties } of answers) {
      const headers = Properties['ResponseParameters'] as Record<string, string>;
      expect(headers).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Referrer-Policy': "'same-origin'",
      });
      expect(headers['gatewayresponse.header.Content-Security-Policy']).toContain("default-src 'none'");
      expect(JSON.parse(Properties['ResponseTemplates']['application/json'])).toEqual({
        type: 'about:blank',
        title: expect.any(String),
        ...(Properties['StatusCode'] === undefined ? {} : { status: Number(Properties['StatusCode']) }),
      });
    }
  });

  it('cover everything it can refuse', () => {
    const types = answers.map(({ Properties }) => Properties['ResponseType']);
    expect(types).toEqual(expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'MISSING_AUTHENTICATION_TOKEN']));
  });

  it('leave the status alone where several come together', () => {
    const several = answers.filter(({ Properties }) => Properties['StatusCode'] === undefined);
    expect(several.map(({ Properties }) => Properties['ResponseType'])).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX']);
  });

  it('call an unknown address not found', () => {
    const unknown = answers.find(({ Properties }) => Properties['ResponseType'] === 'MISSING_AUTHENTICATION_TOKEN');
    expect(unknown?.Properties['StatusCode']).toBe('404');
  });
});

describe('the firewall', () => {
  it('stands before the API only where it is asked for, and reads no bodies', () => {
    const withFirewall = synthesiseDesk({ ...production, webFirewall: 'true' });
    expect(desk.ofType('AWS::WAFv2::WebACL')).toEqual([]);
    expect(withFirewall.ofType('AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
    const [acl] = withFirewall.ofType('AWS::WAFv2::WebACL');
    expect(JSON.stringify(acl?.Properties['Rules'])).not.toMatch(/CommonRuleSet|SizeConstraint|"Body"/);
    expect(JSON.stringify(acl?.Properties)).not.toContain('"SampledRequestsEnabled":true');
    const rules = acl?.Properties['Rules'] as { Statement: Record<string, Record<string, unknown>> }[];
    for (const { Statement } of rules) {
      const [only] = Object.values(Statement).map(({ ScopeDownStatement }) => ScopeDownStatement);
      expect(only).toMatchObject({
        NotStatement: { Statement: { ByteMatchStatement: { SearchString: '/unsubscribe/' } } },
      });
    }
  });
});
