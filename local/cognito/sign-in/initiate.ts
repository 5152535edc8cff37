import type { AuthFlowType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../services.ts';
import { advance, withTokens } from './advance.ts';
import type { FlowRequest } from './flows/flow.ts';
import { flowOf, type Initiator } from './flows/flows.ts';
import { requiredAnswer } from './steps/answers.ts';

/**
 * Begins a sign-in. The checks are in Cognito's order: the flow, its parameters, the client's secret, then the user.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.order.parameters-first
 */
export async function initiate(
  services: Services,
  initiator: Initiator,
  name: AuthFlowType,
  request: FlowRequest,
): Promise<InitiateAuthResponse> {
  const { client, parameters } = request;
  const flow = flowOf(name, initiator);
  flow.allowed(client);
  for (const parameter of flow.parameters) requiredAnswer(parameters, parameter);
  flow.checkSecretHash(services, client, parameters);
  const begun = await flow.begin(services, request);
  if ('tokens' in begun) return { AuthenticationResult: begun.tokens, ChallengeParameters: {} };
  const { situation, outcome, session, available } = begun;
  const response: InitiateAuthResponse = await advance(services, situation, outcome, withTokens, session);
  return available && response.ChallengeName ? { ...response, AvailableChallenges: [...available] } : response;
}
