import { RemovalPolicy } from 'aws-cdk-lib';
import type { Settings } from '../../settings/stage.ts';

/**
 * A pool whose first deployment fails has no users and is deleted. Any other pool is kept if the stage keeps its data.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.deletion-protection
 */
export function removal({ retention }: Settings): RemovalPolicy {
  return retention.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
}
