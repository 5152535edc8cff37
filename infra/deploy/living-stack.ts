import { CloudFormation, type Stack, type StackStatus } from '@aws-sdk/client-cloudformation';
import { STS } from '@aws-sdk/client-sts';
import { ConfigurationError } from '../errors/configuration-error.ts';

/** Which stack to ask about, and with which credentials. */
export interface StackQuestion {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  /** The role that the CDK deploys the stack with, as the assembly names it; undefined if it uses none. */
  readonly roleArn: string | undefined;
  /** The AWS profile that the command names; undefined if the environment decides. */
  readonly profile: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A stack that was created. Later updates of it may have failed. */
export interface LivingStack {
  /** Its template, as it was deployed. */
  readonly template: string;
}

/**
 * A stack in one of these states holds no data: its creation was never completed, or it is being deleted.
 * REVIEW_IN_PROGRESS is a stack that has only a change set.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.failed-creation
 */
const notCreated: ReadonlySet<StackStatus | undefined> = new Set([
  'REVIEW_IN_PROGRESS',
  'CREATE_IN_PROGRESS',
  'CREATE_FAILED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_FAILED',
  'ROLLBACK_COMPLETE',
  'DELETE_IN_PROGRESS',
  'DELETE_COMPLETE',
]);

/**
 * Asks CloudFormation about a stack, with the credentials and the role that the CDK uses. Returns null if there is no
 * such stack, or if its creation was not completed. Throws ConfigurationError if CloudFormation cannot be asked, since
 * a wrong guess would leave a pool unprotected.
 */
export async function askCloudFormation(question: StackQuestion): Promise<LivingStack | null> {
  const { stackName, region, account } = question;
  try {
    const cloudFormation = new CloudFormation({ ...credentialsOf(question), ...(await deployRole(question)), region });
    const stack = await describe(cloudFormation, stackName);
    if (stack === null || notCreated.has(stack.StackStatus)) return null;
    const { TemplateBody: template = '' } = await cloudFormation.getTemplate({ StackName: stackName });
    return { template };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ConfigurationError(
      `CloudFormation could not be asked for the stack ${stackName} in ${region} of account ${account}, so nothing was deployed.`,
      [
        `${error.name}: ${error.message}`,
        'This requires the right to cloudformation:DescribeStacks and GetTemplate, which the deploy role of `cdk ' +
          'bootstrap` has.',
        'For a profile with a second factor: `eval "$(aws configure export-credentials --profile <name> --format ' +
          'env)"` first.',
      ],
    );
  }
}

async function describe(cloudFormation: CloudFormation, StackName: string): Promise<Stack | null> {
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.describeStacks({ StackName });
    return stack ?? null;
  } catch (error) {
    // Only this text tells it from other errors: `Stack with id … does not exist` (API_DescribeStacks).
    // @see docs/aws-behaviour/cloudformation.md#cloudformation.no-such-stack
    if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist')) return null;
    throw error;
  }
}

/**
 * In the order of the CDK's command line: the profile of `--profile`, then the keys in the environment, then the
 * profile in the environment.
 */
function credentialsOf({ profile, environment }: StackQuestion) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = environment;
  if (profile === undefined && accessKeyId && secretAccessKey) {
    return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } };
  }
  const named = profile ?? (environment['AWS_PROFILE'] || environment['AWS_DEFAULT_PROFILE']);
  return named ? { profile: named } : {};
}

/**
 * The deploy role has the rights. If it cannot be assumed, the credentials themselves are used, but only if they belong
 * to the account of the stack.
 */
async function deployRole(question: StackQuestion) {
  const { roleArn, account, region } = question;
  const sts = new STS({ ...credentialsOf(question), region });
  const assumed = roleArn === undefined ? null : await assume(sts, roleArn).catch((error: unknown) => ({ error }));
  if (assumed !== null && !('error' in assumed)) return { credentials: assumed };
  const { Account } = await sts.getCallerIdentity({});
  if (Account === account) return {};
  throw assumed?.error ?? new Error(`These credentials belong to account ${Account}.`);
}

async function assume(sts: STS, RoleArn: string) {
  const { Credentials: { AccessKeyId, SecretAccessKey, SessionToken } = {} } = await sts.assumeRole({
    RoleArn,
    RoleSessionName: 'deploy',
  });
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error(`STS returned no credentials for ${RoleArn}.`);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
