import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { createRealm } from '../../../local/appsync/realm/realm.ts';
import type { Evaluate } from './target.ts';

/** The resolver as it is deployed. */
const codeOf = (): string => readFileSync('cdk.out/bundles/invoke.appsync.js', 'utf8');

/** The runtime of the local endpoint. It is given the whole context, as AppSync gives it. */
export function evaluateHere(): Evaluate {
  const realm = createRealm({ now: Date.now, randomBytes });
  const resolver = realm.load('invoke', codeOf());
  return async (phase, { result = null, error = null, ...context }) => {
    const given = { arguments: {}, identity: null, source: null, request: { headers: {} }, env: {}, selection: {}, ...context };
    const { outcome, respond } = resolver.begin('', JSON.stringify(given));
    const { ending } = phase === 'request' ? outcome : respond(JSON.stringify({ result, error }));
    if (ending.kind === 'return' || ending.kind === 'early') return { result: ending.value, error: null };
    return { result: null, error: ending.kind === 'unauthorized' ? 'Unauthorized' : ending.message };
  };
}

/**
 * AppSync's EvaluateCode, which needs no API. Signed with the credentials of the SDK's client.
 * https://docs.aws.amazon.com/appsync/latest/APIReference/API_EvaluateCode.html
 */
export function evaluateAtAppSync({ cognito, region, endpoint }: Caller): Evaluate {
  const url = new URL('/v1/dataplane-evaluatecode', endpoint ?? `https://appsync.${region}.amazonaws.com`);
  const signer = new SignatureV4({ service: 'appsync', region, credentials: cognito.config.credentials, sha256: Sha256 });
  return async (phase, context) => {
    const signed = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: {},
      headers: { host: url.host, 'content-type': 'application/json' },
      body: JSON.stringify({
        code: codeOf(),
        context: JSON.stringify(context),
        function: phase,
        runtime: { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' },
      }),
    });
    const response = await fetch(url, { method: 'POST', headers: signed.headers, body: signed.body });
    const answer = (await response.json()) as EvaluateCodeAnswer;
    if (!response.ok) throw new Error(`EvaluateCode answered ${response.status}: ${answer.message ?? 'no reason'}`);
    return { result: JSON.parse(answer.evaluationResult || 'null'), error: answer.error?.message ?? null };
  };
}

interface Caller {
  readonly cognito: CognitoIdentityProvider;
  readonly region: string;
  /** Default: AppSync's own of the Region. */
  readonly endpoint?: string | undefined;
}

interface EvaluateCodeAnswer {
  readonly evaluationResult?: string;
  readonly error?: { readonly message?: string };
  /** Of a refusal. */
  readonly message?: string;
}
