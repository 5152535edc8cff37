// Which client was tested with which story. The tests of the examples run the stories in this table; for other clients
// it names the test. docs/clients.md must have the same table.

/** The stories that `stories.ts` runs with every example. */
export const exampleStories = [
  'sign up, and confirm by the code',
  'sign in, read the user, refresh, sign out',
  'choose a password for a temporary one',
  'make an authenticator app the second factor',
  'sign in with the code of the app',
  'tell a refusal by its type',
] as const;

const furtherStories = [
  'prove the password by SRP',
  'set a new password for a forgotten one',
  'sign in by a code of the mail',
  'sign in by a passkey',
] as const;

export type ExampleStory = (typeof exampleStories)[number];
type Story = ExampleStory | (typeof furtherStories)[number];

/** A test, by its file and its title. */
type Proof = readonly [file: string, title: string];

export interface Client {
  readonly name: string;
  /** The example's file; its test has the same name. */
  readonly example?: string;
  /** What runs the example, as a person types it. */
  readonly command?: string;
  readonly proofs: Partial<Record<Story, Proof>>;
}

const amplify = 'test/clients/aws-amplify.test.ts';
const identityJs = 'test/clients/amazon-cognito-identity-js.test.ts';
const awsSdk = 'test/clients/aws-sdk.test.ts';

export const clients: readonly Client[] = [
  {
    name: 'Apollo Client',
    example: 'examples/apollo.ts',
    command: 'npx node',
    proofs: { 'set a new password for a forgotten one': ['test/e2e/stories.test.ts', 'through Apollo Client'] },
  },
  { name: 'urql', example: 'examples/urql.ts', command: 'npx node', proofs: {} },
  {
    name: 'fetch',
    example: 'examples/fetch.ts',
    command: 'npx node',
    proofs: {
      'prove the password by SRP': ['test/examples/web/srp.test.ts', 'by %s and the right password'],
      'set a new password for a forgotten one': ['test/e2e/stories.test.ts', 'through fetch'],
      'sign in by a code of the mail': ['test/clients/fetch.test.ts', 'begins at once with the requested first factor'],
      'sign in by a passkey': ['test/browser/passkeys.test.ts', 'is registered and signs in, through GraphQL alone'],
    },
  },
  {
    name: 'Amplify',
    example: 'examples/amplify.ts',
    command: 'npx node',
    proofs: {
      'prove the password by SRP': [
        amplify,
        'signs up, confirms by the code of the message, signs in by SRP and reads the user with its token',
      ],
      'set a new password for a forgotten one': [amplify, 'resets a forgotten password'],
      'sign in by a code of the mail': [amplify, 'signs in by a code of the mail, asked for at once'],
    },
  },
  { name: 'Python', example: 'examples/python.py', command: 'python3', proofs: {} },
  { name: 'curl', example: 'examples/curl.sh', command: 'bash', proofs: {} },
  {
    name: 'identity-js',
    proofs: {
      'choose a password for a temporary one': [identityJs, 'gives a new password'],
      'make an authenticator app the second factor': [
        identityJs,
        'sets up an authenticator app while signed in, and is asked for its code',
      ],
      'sign in with the code of the app': [identityJs, 'sets up an authenticator app while signed in, and is asked for its code'],
      'tell a refusal by its type': [identityJs, 'is refused a wrong password'],
      'prove the password by SRP': [identityJs, 'signs in by SRP and refreshes'],
    },
  },
  {
    name: 'AWS SDK',
    proofs: {
      'sign up, and confirm by the code': [awsSdk, 'signs up, asks for the code again, confirms and signs in'],
      'sign in, read the user, refresh, sign out': [
        awsSdk,
        'refreshes in both of the ways that Cognito has, revokes, and signs out everywhere',
      ],
      'choose a password for a temporary one': [
        awsSdk,
        'signs an invited user in by the password of the message, and chooses a new one',
      ],
      'make an authenticator app the second factor': [awsSdk, 'pairs an authenticator app and signs in by its code'],
      'sign in with the code of the app': [awsSdk, 'pairs an authenticator app and signs in by its code'],
      'set a new password for a forgotten one': [awsSdk, 'sets a new password for a forgotten one'],
      'sign in by a code of the mail': [awsSdk, 'signs in by a code of the mail that the user has chosen'],
    },
  },
];

/** Where a client's story is proven. */
function proofOf({ example, proofs }: Client, story: Story): Proof | undefined {
  const isExampleStory = exampleStories.some((own) => own === story);
  return example && isExampleStory ? [testOf(example), story] : proofs[story];
}

/** `examples/apollo.ts` → `test/examples/apollo.test.ts`. */
export function testOf(example: string): string {
  return `test/${example.replace(/\.\w+$/, '.test.ts')}`;
}

/** The table as Markdown, in the form that the formatter gives it. */
export function markdownTable(): string {
  const stories = [...exampleStories, ...furtherStories];
  const rows = [
    ['', ...clients.map(({ name }) => name)],
    ...stories.map((story) => [story, ...clients.map((client) => (proofOf(client, story) ? '✓' : ''))]),
  ];
  const widths = [Math.max(...stories.map((story) => story.length)), ...clients.map(({ name }) => name.length)];
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0, fill)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [
    line(head, ' '),
    line(
      head.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row, ' ')),
  ].join('\n');
}
