import type { Settings } from '../stage.ts';
import type { Rule } from './rule.ts';

/** What ties a stage to its account, its names and its neighbours. */
export function accountRules({ naming, retention, domain, api }: Settings): Rule[] {
  const zone = domain?.hostedZone ?? null;
  const certificateAccount = domain?.certificateArn.split(':')[4];
  return [
    {
      path: ['retention', 'deletionProtection'],
      message: 'be off where retention.keepData is off: the stack could never be deleted',
      broken: retention.deletionProtection && !retention.keepData,
    },
    {
      path: ['naming', 'region'],
      message: 'be given where naming.account is: a stack knows both or neither',
      broken: naming.account !== null && naming.region === null,
    },
    {
      path: ['domain', 'hostedZone', 'name'],
      message: `be ${domain?.name} or a parent of it: a zone holds records of its own names only`,
      broken: zone !== null && domain !== null && domain.name !== zone.name && !domain.name.endsWith(`.${zone.name}`),
    },
    {
      path: ['domain', 'certificateArn'],
      message: 'be of the account of the stack, naming.account: AppSync takes certificates of its own account only',
      broken: naming.account !== null && certificateAccount !== undefined && certificateAccount !== naming.account,
    },
    {
      path: ['api', 'keys'],
      message: 'hold each name once, whatever its case: a name is a key',
      broken: new Set(api.keys.map((name) => name.toLowerCase())).size < api.keys.length,
    },
  ];
}
