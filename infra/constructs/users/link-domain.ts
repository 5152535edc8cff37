import { type UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

export interface LinkDomainProps {
  readonly settings: Settings;
  readonly pool: UserPool;
}

/**
 * The domain at Cognito that the links in confirmation mails lead to, if the stage uses links. It serves only that
 * page: OAuth is off for the app client, so nobody can sign in there. Without the domain, Cognito refuses each SignUp
 * ("there does not exist a valid use pool domain").
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
 */
export class LinkDomain extends Construct {
  constructor(scope: Construct, id: string, { settings, pool }: LinkDomainProps) {
    super(scope, id);
    const { linkDomainPrefix: domainPrefix } = settings.messages;
    if (domainPrefix === null) return;
    new UserPoolDomain(this, 'Domain', { userPool: pool, cognitoDomain: { domainPrefix } });
  }
}
