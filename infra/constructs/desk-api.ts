import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { routes, type WebFunctionName } from '../../contracts/http/routes.ts';
import type { Settings } from '../settings.ts';
import { deskLogGroup } from './desk-log-group.ts';
import { answerAsProblems } from './gateway-answers.ts';

/** A literal, since the address must be known to functions the stage depends on. */
export const API_STAGE = 'live';

/** The public API: one stage, the addresses of the route table, no address or query of anybody in its log. */
export class DeskApi extends Construct {
  readonly api: apigateway.RestApi;
  /** Where people reach the desk; no slash at the end. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const accessLog = deskLogGroup(this, 'AccessLog', settings);
    const policy = policyOf(settings);
    this.api = new apigateway.RestApi(this, 'Api', {
      restApiName: `${Stack.of(this).stackName}-api`,
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      ...(policy === undefined ? {} : { policy }),
      deployOptions: {
        stageName: API_STAGE,
        throttlingRateLimit: 100,
        throttlingBurstLimit: 200,
        metricsEnabled: false,
        accessLogDestination: new apigateway.LogGroupLogDestination(accessLog),
        accessLogFormat: apigateway.AccessLogFormat.custom(
          JSON.stringify({
            requestId: apigateway.AccessLogField.contextRequestId(),
            time: apigateway.AccessLogField.contextRequestTimeEpoch(),
            method: apigateway.AccessLogField.contextHttpMethod(),
            resource: apigateway.AccessLogField.contextResourcePath(),
            status: apigateway.AccessLogField.contextStatus(),
            milliseconds: apigateway.AccessLogField.contextResponseLatency(),
            errorType: apigateway.AccessLogField.contextErrorResponseType(),
          }),
        ),
      },
    });
    answerAsProblems(this.api);
    // The library prints an address of its own, which is not the desk's where there is a domain or a local engine.
    this.api.node.tryRemoveChild('Endpoint');
    this.publicUrl = settings.publicUrl ?? gatewayUrl(settings, this.api.restApiId);
  }

  /** Leads every address to the function that serves it. */
  connect(functions: Readonly<Record<WebFunctionName, IFunction>>): void {
    const integrations = new Map(
      Object.entries(functions).map(([name, served]) => [
        name,
        new apigateway.LambdaIntegration(served, { scopePermissionToMethod: false }),
      ]),
    );
    for (const route of routes) {
      this.api.root.resourceForPath(route.path).addMethod(route.method, integrations.get(route.servedBy), {
        authorizationType:
          route.caller === 'signed' ? apigateway.AuthorizationType.IAM : apigateway.AuthorizationType.NONE,
      });
    }
    for (const path of new Set(routes.map((route) => route.path))) {
      this.api.root.resourceForPath(path).addMethod('ANY', integrations.get('show-pages'));
    }
  }
}

function gatewayUrl(settings: Settings, restApiId: string): string {
  return settings.engine === undefined
    ? `https://${restApiId}.execute-api.${settings.region}.amazonaws.com/${API_STAGE}`
    : `${settings.engine}/restapis/${restApiId}/${API_STAGE}/_user_request_`;
}

const inPolicy = (method: string, path: string) =>
  `execute-api:/${API_STAGE}/${method}${path.replaceAll(/\{[^}]+\}/g, '*')}`;

/** Who may call the signed routes of a function. */
function principalsOf(settings: Settings, servedBy: WebFunctionName): Settings['rehearsalPrincipals'] {
  return servedBy === 'subscriber-api' ? settings.newsletterPrincipals : settings.rehearsalPrincipals;
}

/**
 * Everybody may call what is open to everybody; signed routes only the principals of the settings, whatever else the
 * account's own policies allow. Undefined where those policies alone decide.
 */
function policyOf(settings: Settings): iam.PolicyDocument | undefined {
  const open = new Set(routes.filter((route) => route.caller === 'anybody').map(({ path }) => inPolicy('*', path)));
  const common = { principals: [new iam.AnyPrincipal()], actions: ['execute-api:Invoke'] };
  const signed = Map.groupBy(
    routes.filter((route) => route.caller === 'signed'),
    ({ servedBy }) => servedBy,
  );
  const denied = [...signed].flatMap(([servedBy, served]) => {
    const principals = principalsOf(settings, servedBy);
    if (principals === 'account') return [];
    return new iam.PolicyStatement({
      ...common,
      effect: iam.Effect.DENY,
      // With whatever follows the path: the gateway takes a slash at its end for the same address.
      resources: served.map(({ path }) => `${inPolicy('*', path)}*`),
      ...(principals.length === 0 ? {} : { conditions: { ArnNotEquals: { 'aws:PrincipalArn': [...principals] } } }),
    });
  });
  if (denied.length === 0) return undefined;
  return new iam.PolicyDocument({
    statements: [new iam.PolicyStatement({ ...common, resources: [...open] }), ...denied],
  });
}
