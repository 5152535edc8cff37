import type { Settings } from '../../../infra/settings/stage.ts';
import type { Template } from '../../../infra/template/template.ts';
import { loadStack } from '../../../local/assembly/stack.ts';
import { clientFromProperties, poolFromProperties } from '../../../local/cognito/settings/cloud-formation.ts';
import { groupFromProperties } from '../../../local/cognito/users/group-members.ts';

/**
 * Everything that the local runtime reads from a template, without what it ignores: senders, tags, threat protection.
 */
export function localView({ naming }: Settings, template: Template): string {
  const pools: unknown[] = [];
  const clients: unknown[] = [];
  const groups: unknown[] = [];
  const sessions: unknown[] = [];
  const providers: unknown[] = [];
  const stack = loadStack({
    assembly: {
      stackName: naming.stackName,
      region: naming.region ?? 'us-east-1',
      accountId: naming.account ?? '000000000000',
      template,
      assetPath: (key) => key,
    },
    userPools: {
      provisionUserPool(key, properties) {
        const { UserPoolTags, UserPoolAddOns, EmailConfiguration, SmsConfiguration, ...settings } = poolFromProperties(
          logicalIdOf(key),
          properties,
        );
        pools.push({ ...settings, sender: EmailConfiguration?.EmailSendingAccount, sms: SmsConfiguration !== undefined });
        return 'pool_000000000';
      },
      provisionUserPoolClient(key, properties) {
        clients.push(clientFromProperties(logicalIdOf(key), properties));
        return 'client';
      },
      provisionUserPoolDomain: () => 'domain',
      provisionIdentityProvider(_, properties) {
        providers.push(properties);
        return String(properties['ProviderName']);
      },
      // It is kept, and has no effect.
      provisionManagedLoginBranding: () => 'style',
      provisionUserPoolResourceServer: () => 'resource server',
      provisionUserPoolSessions(_, properties) {
        sessions.push(properties);
        return 'sessions';
      },
      provisionUserPoolGroup(logicalId, properties) {
        const group = groupFromProperties(logicalId, properties);
        groups.push(group);
        return group.GroupName;
      },
      userPoolClientSecret: () => 'secret',
      issuer: () => 'https://issuer.test',
    },
    apiKey: 'da2-local',
    graphqlUrl: 'http://localhost:4000/graphql',
  });
  // The local runtime has an address of its own for the domain, and stand-ins that need no secrets.
  const ignored = ['NOTICE_SENDER', 'USER_POOL_DOMAIN', 'client_secret', 'private_key'];
  const withoutIgnored = (name: string, value: unknown): unknown => (ignored.includes(name) ? undefined : value);
  const read = { ...stack, functions: [...stack.functions], pools, clients, groups, sessions, providers };
  return JSON.stringify(read, withoutIgnored, 1);
}

/** Without the name of the stack, which does not affect how a pool behaves. */
function logicalIdOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
