import { type UserPool, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

export interface LinkDomainProps {
  readonly settings: Settings;
  readonly pool: UserPool;
}

/**
 * The domain at Cognito to which the links of confirmation mails lead, where the stage has one. It serves that one
 * page: the app client has OAuth off, so that nobody signs in there. Without it Cognito refuses each SignUp ("there
 * does not exist a valid use pool domain").
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
