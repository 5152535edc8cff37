import type { Settings } from '../../../infra/settings/stage.ts';
import { groupFromProperties } from '../../../local/cognito/groups.ts';
import { clientFromProperties, poolFromProperties } from '../../../local/cognito/settings/cloud-formation.ts';
import { loadStack } from '../../../local/stack.ts';
import type { Template } from '../template.ts';

/** All that the local runtime takes from a template, without what it has no use for: who sends, tags, threat protection. */
export function localView({ naming }: Settings, template: Template): string {
  const pools: unknown[] = [];
  const clients: unknown[] = [];
  const groups: unknown[] = [];
  const stack = loadStack({
    assembly: {
      stackName: naming.stackName,
      region: naming.region ?? 'us-east-1',
      accountId: naming.account ?? '000000000000',
      template,
      assetPath: (key) => key,
    },
    userPools: {
      provisionUserPool(logicalId, properties) {
        const { UserPoolTags, UserPoolAddOns, EmailConfiguration, SmsConfiguration, ...settings } = poolFromProperties(
          logicalId,
          properties,
        );
        pools.push({ ...settings, sender: EmailConfiguration?.EmailSendingAccount, sms: SmsConfiguration !== undefined });
        return 'pool_000000000';
      },
      provisionUserPoolClient(logicalId, properties) {
        clients.push(clientFromProperties(logicalId, properties));
        return 'client';
      },
      provisionUserPoolDomain: () => 'domain',
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
  return JSON.stringify({ ...stack, functions: [...stack.functions], pools, clients, groups }, null, 1);
}
