import type { FunctionName } from '../../../infra/schema/operations.ts';
import { named } from '../../../infra/template/template.ts';
import { stageTemplate } from './stack.ts';

const prefixes = {
  user: 'AuthUser',
  account: 'AuthAccount',
  recovery: 'AuthRecovery',
  'sign-up': 'AuthSignUp',
  admin: 'AuthAdmin',
  gpt: 'AuthGpt',
} as const satisfies Record<FunctionName, string>;

/**
 * A function's deployed environment, with a made-up name instead of each reference, and the variables that Lambda adds.
 */
export function settingsFor(name: FunctionName): Record<string, string> {
  const { Properties } = named(stageTemplate({ stage: 'dev' }), 'AWS::Lambda::Function', `${prefixes[name]}FunctionHandler`);
  const own = Object.entries(Properties['Environment'].Variables).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : 'eu-central-1_x',
  ]);
  return {
    ...Object.fromEntries(own),
    AWS_REGION: 'eu-central-1',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  };
}
