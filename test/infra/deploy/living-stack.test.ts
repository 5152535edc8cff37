import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { askCloudFormation } from '../../../infra/deploy/living-stack.ts';
import { type MadeUpAwsOptions, madeUpAws } from '../../support/infra/made-up-aws.ts';

const roleArn = 'arn:aws:iam::123456789012:role/deploy';
const keys = { AWS_ACCESS_KEY_ID: 'made-up', AWS_SECRET_ACCESS_KEY: 'made-up' };

/** Asks a simulated CloudFormation. */
async function ask(made: MadeUpAwsOptions, role: string | undefined = roleArn) {
  const aws = await madeUpAws(made);
  vi.stubEnv('AWS_ENDPOINT_URL', aws.endpoint);
  onTestFinished(() => void vi.unstubAllEnvs());
  const question = { stackName: 'Shop', account: '123456789012', region: 'eu-central-1', profile: undefined, environment: keys };
  const answer = await askCloudFormation({ ...question, roleArn: role }).catch((error: Error) => error.message);
  return { answer, actions: aws.actions };
}

describe('askCloudFormation', () => {
  test('returns the template of a stack, or null if there is none', async () => {
    const template = '{"Resources":{"A":{"Type":"B","Properties":{"C":"<ä & ö>"}}}}';
    expect((await ask({ stack: { template } })).answer).toEqual({ template });
    expect((await ask({})).answer).toBeNull();
  });

  test.each([
    'REVIEW_IN_PROGRESS',
    'CREATE_IN_PROGRESS',
    'CREATE_FAILED',
    'ROLLBACK_IN_PROGRESS',
    'ROLLBACK_FAILED',
    'ROLLBACK_COMPLETE',
    'DELETE_IN_PROGRESS',
  ])('takes a stack in %s, whose creation was never completed or which is going, for none', async (status) => {
    expect((await ask({ stack: { status } })).answer).toBeNull();
  });

  test.each([
    'CREATE_COMPLETE',
    'UPDATE_IN_PROGRESS',
    'UPDATE_COMPLETE',
    'UPDATE_FAILED',
    'UPDATE_ROLLBACK_COMPLETE',
    'UPDATE_ROLLBACK_FAILED',
    'DELETE_FAILED',
    'IMPORT_COMPLETE',
  ])('takes a stack in %s for a living one', async (status) => {
    expect((await ask({ stack: { status } })).answer).toEqual({ template: '{"Resources":{}}' });
  });

  test.each(['DescribeStacks', 'GetTemplate'])(
    'has no answer where %s is denied: what was denied, and what it takes',
    async (action) => {
      const { answer } = await ask({ stack: {}, denied: [action] });
      expect(answer).toContain('CloudFormation could not be asked for the stack Shop in eu-central-1 of account 123456789012');
      expect(answer).toContain(`AccessDenied: User is not authorized to perform: ${action}`);
      expect(answer).toContain('cloudformation:DescribeStacks and GetTemplate');
    },
  );

  test('asks with the role that deploys, or with the credentials themselves if they belong to the account', async () => {
    expect((await ask({ stack: {} })).actions).toEqual(['AssumeRole', 'DescribeStacks', 'GetTemplate']);
    const own = ['GetCallerIdentity', 'DescribeStacks', 'GetTemplate'];
    expect((await ask({ stack: {}, denied: ['AssumeRole'] })).actions).toEqual(['AssumeRole', ...own]);
    const other = await ask({ stack: {}, denied: ['AssumeRole'], caller: '210987654321' });
    expect(other.answer).toContain('AccessDenied: User is not authorized to perform: AssumeRole');
    expect(other.actions).toEqual(['AssumeRole', 'GetCallerIdentity']);
  });
});
