import { resources, statements } from '../template/template.ts';
import { isTrigger } from './authorization.ts';
import { type Check, findings } from './check.ts';

/** The functions: their runtime, their tables, their rights, and what the outputs of the stack reveal about them. */
export const functionChecks = {
  /**
   * A handler with a callback fails on nodejs24.x at its start. A fixed name collides with the log group or function
   * that an earlier stack left behind.
   * @see docs/aws-behaviour/lambda.md#lambda.callback-handler
   */
  functions: (template) =>
    resources(template, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) =>
      findings(id, [
        [
          Properties['Runtime'] !== 'nodejs24.x',
          'It does not run on Node 24, for which its code is bundled.',
          'Set Runtime to nodejs24.x.',
        ],
        [
          Properties['Architectures']?.[0] !== 'arm64',
          'It does not run on arm64, which costs less.',
          'Set Architectures to ["arm64"].',
        ],
        [
          'FunctionName' in Properties,
          'It has a fixed name, which collides with what an earlier stack left behind.',
          'Remove FunctionName.',
        ],
        [
          Properties['Timeout'] >= 30,
          'It may run longer than AppSync waits, which is 30 seconds.',
          'Set Timeout below 30 seconds.',
        ],
        [!('LoggingConfig' in Properties), 'It writes to no log group of the stack.', 'Give it a log group of its own.'],
        [
          !isTrigger(id) && JSON.stringify(Properties).includes('{{resolve:secretsmanager'),
          'It reads a secret at deployment, so anybody who may see the function can see the secret.',
          'Let the function read the secret when it runs.',
        ],
      ]),
    ),

  /**
   * `Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`. A
   * table with a fixed name cannot be replaced, nor created again while an old table has that name. Provisioned
   * throughput costs money even if it is unused, and throttles beyond it (API_CreateTable, API_UpdateTimeToLive).
   */
  tables: (template) =>
    ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) =>
      resources(template, type).flatMap(([id, { Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
        const names = (list: { AttributeName: string }[] = []) => list.map(({ AttributeName }) => AttributeName).toSorted();
        const key = names(Properties['KeySchema']);
        const { AttributeName, Enabled } = Properties['TimeToLiveSpecification'] ?? {};
        return findings(id, [
          ['TableName' in Properties, 'It has a fixed name, so it can never be replaced.', 'Remove TableName.'],
          [
            names(Properties['AttributeDefinitions']).join() !== key.join(),
            'It defines attributes that are not part of its key, which DynamoDB refuses.',
            'List only the attributes of KeySchema in AttributeDefinitions.',
          ],
          [
            Properties['BillingMode'] !== 'PAY_PER_REQUEST',
            'Its throughput is provisioned, which costs money when unused, and throttles.',
            'Set BillingMode to PAY_PER_REQUEST.',
          ],
          [Enabled !== true, 'Its items never expire.', 'Set TimeToLiveSpecification.'],
          [
            key.includes(AttributeName),
            'The attribute for the expiry of an item is part of its key.',
            'Name another attribute in TimeToLiveSpecification.',
          ],
          [
            Properties['DeletionProtectionEnabled'] === true && DeletionPolicy === 'Delete',
            'It is protected against deletion but deleted with the stack: the deletion would fail.',
            'Set DeletionProtectionEnabled to false, or DeletionPolicy to Retain.',
          ],
          [
            (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
            'Its two policies differ: it would be kept in one case and lost in the other.',
            'Set DeletionPolicy and UpdateReplacePolicy to the same value.',
          ],
        ]);
      }),
    ),

  /** Only signed operations of Cognito check IAM rights, and those rights should cover only this pool. */
  rights: (template) =>
    statements(template).flatMap(({ owner, actions, resource }) =>
      findings(owner, [
        [actions.some((action) => action.includes('*')), 'It allows an action by a wildcard.', 'List each action by name.'],
        [
          !isTrigger(owner) &&
            actions.some((action) => action.startsWith('dynamodb:')) &&
            !resources(template, 'AWS::DynamoDB::Table').some(
              ([id]) => JSON.stringify(resource) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
            ),
          'It allows DynamoDB beyond the tables of this stack.',
          'Set Resource to the ARN of the table.',
        ],
        [
          // Traces and phone numbers have no ARN.
          resource === '*' && !actions.every((action) => action.startsWith('xray:') || action === 'sns:Publish'),
          'It allows an action on any resource.',
          'Set Resource to what the action is for.',
        ],
        [
          !isTrigger(owner) &&
            actions.some((action) => action.startsWith('cognito-idp:')) &&
            !/^\{"Fn::GetAtt":\["\w+","Arn"\]\}$/.test(JSON.stringify(resource)),
          'It allows Cognito beyond the pool of this stack.',
          'Set Resource to the ARN of the pool of this stack.',
        ],
      ]),
    ),

  /** An export ties stacks together, and anybody who may describe the stack can read its outputs. */
  outputs: ({ Outputs = {} }) =>
    Object.entries(Outputs).flatMap(([name, output]) =>
      findings(name, [
        [
          'Export' in output,
          'The output is exported, so it cannot change while another stack imports it.',
          'Remove Export: other stacks can read the output by its name.',
        ],
        [
          /Secret/.test(JSON.stringify(output.Value)),
          'The output reveals a secret to anybody who may describe the stack.',
          'Remove the output.',
        ],
      ]),
    ),
} satisfies Record<string, Check>;
