import { Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  type UserPool,
  type UserPoolClient,
  UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';

export interface PoolDomainProps {
  readonly settings: Settings;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
}

/**
 * The domain of the pool, if the stage has one. With federation it serves OAuth and the sign-in pages. Otherwise it
 * serves only the page that the links in confirmation mails lead to: OAuth is off for the app client, so nobody can
 * sign in there. Without the domain, Cognito refuses each SignUp that sends a link ("there does not exist a valid use
 * pool domain").
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.link-needs-domain
 */
export class PoolDomain extends Construct {
  /** The URL of the domain, without a slash at the end; null if it serves no OAuth. */
  readonly oauthUrl: string | null = null;
  /** The target of the CNAME record of a host name of one's own; null if there is none. */
  readonly target: string | null = null;

  constructor(scope: Construct, id: string, { settings, pool: userPool, client }: PoolDomainProps) {
    super(scope, id);
    const { federation, messages, naming } = settings;
    if (federation === null) {
      const { linkDomainPrefix: domainPrefix } = messages;
      if (domainPrefix !== null) new UserPoolDomain(this, 'Domain', { userPool, cognitoDomain: { domainPrefix } });
      return;
    }
    const { prefix, host, certificateArn } = federation.domain;
    const { account, region } = Stack.of(this);
    const domainPrefix = prefix ?? `${prefixFrom(naming.stackName)}-${account}`;
    const domain = new UserPoolDomain(this, 'Domain', {
      userPool,
      ...(host === null || certificateArn === null
        ? { cognitoDomain: { domainPrefix } }
        : {
            customDomain: {
              domainName: host,
              certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
            },
          }),
      managedLoginVersion: federation.managedLogin
        ? ManagedLoginVersion.NEWER_MANAGED_LOGIN
        : ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
    this.oauthUrl = `https://${host ?? `${domainPrefix}.auth.${region}.amazoncognito.com`}`;
    this.target = host === null ? null : domain.cloudFrontEndpoint;
    if (!federation.managedLogin) return;
    // Without a style, managed login shows the users of a client nothing but an error.
    // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.style
    new CfnManagedLoginBranding(this, 'Style', {
      userPoolId: userPool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}

/**
 * The name of the stack as the beginning of a prefix, without the words that Cognito reserves. Twelve digits and a
 * hyphen follow, so that 50 characters remain of 63.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.prefix-is-global
 */
function prefixFrom(stackName: string): string {
  let prefix = stackName.toLowerCase();
  while (/aws|amazon|cognito/.test(prefix)) prefix = prefix.replace(/aws|amazon|cognito/, '');
  return prefix.slice(0, 50).replace(/^-+|-+$/g, '') || 'login';
}
