import { resources, statements } from '../template/template.ts';
import { isTrigger } from './authorization.ts';
import { type Check, findings } from './check.ts';

/** The functions: what they run on, which tables they use, what they may do, and what the stack shows of them. */
export const functionChecks = {
  /**
   * A handler with a callback ends nodejs24.x when it starts; a fixed name collides with what an earlier stack has
   * left.
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
          'It has a fixed name, which collides with what an earlier stack has left.',
          'Leave FunctionName out.',
        ],
        [Properties['Timeout'] >= 30, 'It outlasts AppSync, which waits for 30 seconds.', 'Set Timeout below 30 seconds.'],
        [!('LoggingConfig' in Properties), 'It writes into no log of the stack.', 'Give it a log group of its own.'],
        [
          !isTrigger(id) && JSON.stringify(Properties).includes('{{resolve:secretsmanager'),
          'It reads a secret at deployment, so that whoever may see the function sees the secret.',
          'Let the function read the secret when it runs.',
        ],
      ]),
    ),

  /**
   * `Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`. A
   * fixed name can neither be replaced nor made again while an old table has it. Provisioned throughput is paid for
   * when unused, and throttles (API_CreateTable, API_UpdateTimeToLive).
   */
  tables: (template) =>
    ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) =>
      resources(template, type).flatMap(([id, { Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
        const names = (list: { AttributeName: string }[] = []) => list.map(({ AttributeName }) => AttributeName).toSorted();
        const key = names(Properties['KeySchema']);
        const { AttributeName, Enabled } = Properties['TimeToLiveSpecification'] ?? {};
        return findings(id, [
          ['TableName' in Properties, 'It has a fixed name, so that it can never be replaced.', 'Leave TableName out.'],
          [
            names(Properties['AttributeDefinitions']).join() !== key.join(),
            'It defines other attributes than its key has, which DynamoDB refuses.',
            'Let AttributeDefinitions list the attributes of KeySchema alone.',
          ],
          [
            Properties['BillingMode'] !== 'PAY_PER_REQUEST',
            'Its throughput is provisioned, which is paid for when unused, and throttles.',
            'Set BillingMode to PAY_PER_REQUEST.',
          ],
          [Enabled !== true, 'It grows for ever.', 'Set TimeToLiveSpecification.'],
          [
            key.includes(AttributeName),
            'An attribute of its key tells when an item expires.',
            'Let TimeToLiveSpecification name another attribute.',
          ],
          [
            Properties['DeletionProtectionEnabled'] === true && DeletionPolicy === 'Delete',
            'It is protected, yet to be deleted with the stack: the deletion would fail.',
            'Switch off DeletionProtectionEnabled, or set DeletionPolicy to Retain.',
          ],
          [
            (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
            'Its two policies differ: it would be kept in one case and lost in the other.',
            'Set DeletionPolicy and UpdateReplacePolicy to the same.',
          ],
        ]);
      }),
    ),

  /** Only the signed operations of Cognito know rights, and they need them for this pool only. */
  rights: (template) =>
    statements(template).flatMap(({ owner, actions, resource }) =>
      findings(owner, [
        [actions.some((action) => action.includes('*')), 'It names an action by a wildcard.', 'Write each action out.'],
        [
          !isTrigger(owner) &&
            actions.some((action) => action.startsWith('dynamodb:')) &&
            !resources(template, 'AWS::DynamoDB::Table').some(
              ([id]) => JSON.stringify(resource) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
            ),
          'It allows DynamoDB beyond a table of this stack.',
          'Let Resource be the ARN of that table.',
        ],
        [
          // Traces and telephone numbers have no ARN.
          resource === '*' && !actions.every((action) => action.startsWith('xray:') || action === 'sns:Publish'),
          'It allows an action on any resource.',
          'Let Resource name what the action is for.',
        ],
        [
          !isTrigger(owner) &&
            actions.some((action) => action.startsWith('cognito-idp:')) &&
            !/^\{"Fn::GetAtt":\["\w+","Arn"\]\}$/.test(JSON.stringify(resource)),
          'It allows Cognito beyond this pool.',
          'Let Resource be the ARN of the pool of this stack.',
        ],
      ]),
    ),

  /** An export locks stacks together; whoever may describe the stack can read its outputs. */
  outputs: ({ Outputs = {} }) =>
    Object.entries(Outputs).flatMap(([name, output]) =>
      findings(name, [
        [
          'Export' in output,
          'The output is exported, so that no other stack lets it change.',
          'Leave Export out: other stacks can read it by its name.',
        ],
        [
          /Secret/.test(JSON.stringify(output.Value)),
          'The output shows a secret to whoever may describe the stack.',
          'Remove the output.',
        ],
      ]),
    ),
} satisfies Record<string, Check>;
