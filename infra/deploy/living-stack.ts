import { CloudFormation, type Stack, type StackStatus } from '@aws-sdk/client-cloudformation';
import { STS } from '@aws-sdk/client-sts';
import { ConfigurationError } from '../errors/configuration-error.ts';

/** Which stack, and by whose right. */
export interface StackQuestion {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  /** The role by which the CDK deploys the stack, as the assembly names it; undefined where it uses none. */
  readonly roleArn: string | undefined;
  /** The AWS profile that the command names; undefined where the environment decides. */
  readonly profile: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A stack that was created, whatever has become of its updates. */
export interface LivingStack {
  /** Its template, as it was deployed. */
  readonly template: string;
}

/**
 * Neither do these hold anybody's data: the creation was never completed, or the stack is going. A change set alone is REVIEW_IN_PROGRESS.
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
 * Asks CloudFormation for a stack; null where there is none, or none whose creation was completed. With the credentials and the role that
 * the CDK's command line takes. Throws ConfigurationError where there is no answer, as a wrong guess would leave a pool unprotected.
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
        'It takes the right to cloudformation:DescribeStacks and GetTemplate, which the deploy role of `cdk bootstrap` has.',
        'For a profile with a second factor: `eval "$(aws configure export-credentials --profile <name> --format env)"` first.',
      ],
    );
  }
}

async function describe(cloudFormation: CloudFormation, StackName: string): Promise<Stack | null> {
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.describeStacks({ StackName });
    return stack ?? null;
  } catch (error) {
    // The service's one word for it: `Stack with id … does not exist` (API_DescribeStacks).
    // @see docs/aws-behaviour/cloudformation.md#cloudformation.no-such-stack
    if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist')) return null;
    throw error;
  }
}

/** As the CDK's command line has it: a profile that it is told comes first, then keys in the environment, then the profile of the environment. */
function credentialsOf({ profile, environment }: StackQuestion) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = environment;
  if (profile === undefined && accessKeyId && secretAccessKey) {
    return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } };
  }
  const named = profile ?? (environment['AWS_PROFILE'] || environment['AWS_DEFAULT_PROFILE']);
  return named ? { profile: named } : {};
}

/** The right to deploy is the role's. Whoever may not assume it may have it all the same, but in their own account only. */
async function deployRole(question: StackQuestion) {
  const { roleArn, account, region } = question;
  const sts = new STS({ ...credentialsOf(question), region });
  const assumed = roleArn === undefined ? null : await assume(sts, roleArn).catch((error: unknown) => ({ error }));
  if (assumed !== null && !('error' in assumed)) return { credentials: assumed };
  const { Account } = await sts.getCallerIdentity({});
  if (Account === account) return {};
  throw assumed?.error ?? new Error(`These credentials are of account ${Account}.`);
}

async function assume(sts: STS, RoleArn: string) {
  const { Credentials: { AccessKeyId, SecretAccessKey, SessionToken } = {} } = await sts.assumeRole({
    RoleArn,
    RoleSessionName: 'deploy',
  });
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error(`STS gave no credentials of ${RoleArn}.`);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}
