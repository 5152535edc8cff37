import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** Rules about the stage's account, its names and what it needs elsewhere in AWS. */
export function accountRules({ naming, retention, domain, api }: Settings): Rule[] {
  const zone = domain?.hostedZone ?? null;
  const certificateAccount = domain?.certificateArn.split(':')[4];
  return [
    {
      path: ['retention', 'deletionProtection'],
      message: 'be false if retention.keepData is false: the stack could never be deleted',
      broken: retention.deletionProtection && !retention.keepData,
    },
    {
      path: ['naming', 'region'],
      message: 'be set if naming.account is set: a stack needs both or neither',
      broken: naming.account !== null && naming.region === null,
    },
    {
      path: ['domain', 'hostedZone', 'name'],
      message: `be ${domain?.name} or a parent of it: a zone only has records for its own names`,
      broken: zone !== null && domain !== null && domain.name !== zone.name && !domain.name.endsWith(`.${zone.name}`),
    },
    {
      path: ['domain', 'certificateArn'],
      message: 'belong to the account of the stack, naming.account: AppSync only accepts certificates of its own account',
      broken: naming.account !== null && certificateAccount !== undefined && certificateAccount !== naming.account,
    },
    {
      path: ['api', 'keys'],
      message: 'contain each name once, ignoring upper and lower case: each name becomes one key',
      broken: new Set(api.keys.map((name) => name.toLowerCase())).size < api.keys.length,
    },
  ];
}
