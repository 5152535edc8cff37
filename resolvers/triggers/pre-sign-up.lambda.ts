import { createCognito } from '../aws/cognito.ts';
import { createSign } from '../aws/sign.ts';
import { admit, emailDomains } from './email-domains.ts';
import { federatedSignUp } from './federated-sign-up.ts';
import type { PreSignUpEvent } from './pre-sign-up-event.ts';

/** Replaced by the bundler (infra/settings/stage-triggers.ts). */
declare const FEDERATION: boolean;

const domains = emailDomains(process.env, { mayBeEmpty: FEDERATION });
const compare = FEDERATION ? openFederation() : null;

/**
 * The PreSignUp trigger of `signUp.emailDomains` and `federation`. For the domains it needs no rights; with federation it
 * may list users, and link identities if a provider is trusted.
 */
export const handler = async (event: PreSignUpEvent): Promise<PreSignUpEvent> => {
  if (domains.length > 0) admit(event, domains);
  await compare?.(event);
  return event;
};

function openFederation() {
  const { AWS_REGION, AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint = null } = process.env;
  const aws = { region: AWS_REGION ?? missing('AWS_REGION'), endpoint };
  return federatedSignUp({
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    providers: list('PROVIDERS'),
    trusted: list('LINK_BY_VERIFIED_EMAIL'),
    output: console,
  });
}

/** The variable may be empty, but must exist. */
function list(name: string): readonly string[] {
  return (process.env[name] ?? missing(name)).split(',').flatMap((item) => item.trim() || []);
}

function missing(name: string): never {
  throw new Error(`The environment variable ${name} is missing.`);
}
