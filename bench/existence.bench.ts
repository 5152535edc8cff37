// Does the time of an answer reveal whether an address has an account? For each operation that strangers may call, it
// makes pairs of calls: one with an address that has an account, and one with an address that has none. The area under
// the curve is the share of pairs that somebody would guess right by assuming that the slower answer belongs to the
// account; 0.5 is pure chance.
// `npm run bench existence`; PAIRS=50 for a quick look, ONLY=forgotPassword for one operation.
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession } from '../test/support/srp.ts';
import { startStage } from '../test/support/stage.ts';
import { median, printTable } from './support/table.ts';

const pairs = Number(process.env['PAIRS'] ?? 400);
const password = 'Correct-horse-1';
const wrong = 'Wrong-horse-22';

const system = await startStage({
  signIn: {
    flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
    firstFactors: ['PASSWORD', 'EMAIL_OTP'],
    passwordless: { sender: 'login@example.com', identityArn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.com' },
  },
  // Passwordless sign-in excludes MFA.
  mfa: { mode: 'OFF', types: [], recoveryCodes: false },
  protection: {
    // Long enough for a mail to the inbox of a laptop. Sending a real mail takes longer.
    evenAnswers: { milliseconds: 100 },
    // Everything is counted, and nothing is refused for it.
    messageLimits: {
      perAddressPerHour: 1_000,
      perAddressPerDay: 1_000,
      perCallerPerHour: null,
      perCallerPerDay: null,
      perDay: 100_000,
    },
    attemptLimits: { passwordsPerHour: 1_000 },
  },
});
const { GraphQLUrl, ApiKey, CognitoEndpoint, UserPoolId } = system.runtime.outputs;

const known = (n: number): string => `known-${n}@example.com`;
const unknown = (n: number): string => `nobody-${n}@example.com`;
const { largeA: srpA } = createSrpSession('anybody', password, UserPoolId);

/** A call that reveals nothing, about this address. `n` makes names that are used once. */
type Ask = (username: string, n: string) => { readonly field: string; readonly input: object };

const operations: Readonly<Record<string, Ask>> = {
  'login, a wrong password': (username) => ({ field: 'login', input: { username, password: wrong } }),
  'login, SRP': (username) => ({ field: 'login', input: { username, flow: 'USER_SRP_AUTH', srpA } }),
  'login, a code first': (username) => ({
    field: 'login',
    input: { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
  }),
  'login, CUSTOM_AUTH': (username) => ({ field: 'login', input: { username, flow: 'CUSTOM_AUTH' } }),
  forgotPassword: (username) => ({ field: 'forgotPassword', input: { username } }),
  confirmForgotPassword: (username) => ({ field: 'confirmForgotPassword', input: { username, code: '000000', password } }),
  resendConfirmationCode: (username) => ({ field: 'resendConfirmationCode', input: { username } }),
  confirmSignUp: (username) => ({ field: 'confirmSignUp', input: { username, code: '000000', password } }),
  signUp: (email, n) => ({ field: 'signUp', input: { username: `new-${n}`, email, password } }),
};

const answers: Readonly<Record<string, string>> = {
  login: '{ __typename }',
  forgotPassword: '{ medium }',
  confirmForgotPassword: '',
  resendConfirmationCode: '{ medium }',
  confirmSignUp: '{ session }',
  signUp: '{ userSub }',
};

try {
  const cognito = new CognitoIdentityProviderClient({
    endpoint: CognitoEndpoint ?? '',
    region: 'eu-central-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  for (let n = 0; n < pairs; n++) {
    const Username = `known-${n}`;
    const UserAttributes = [
      { Name: 'email', Value: known(n) },
      { Name: 'email_verified', Value: 'true' },
    ];
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }));
    await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: password, Permanent: true }));
  }
  const rows = [];
  const only = process.env['ONLY'];
  for (const [name, ask] of Object.entries(operations)) {
    if (only !== undefined && only !== name) continue;
    const times: { readonly known: number[]; readonly unknown: number[] } = { known: [], unknown: [] };
    // The first calls start the functions.
    for (let n = -5; n < pairs; n++) {
      const sides = n % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
      for (const side of sides) {
        const username = side === 'known' && n >= 0 ? known(n) : unknown(n);
        const ms = await timed(ask(username, `${side}-${Math.abs(n)}-${n < 0 ? 'warm' : 'up'}`));
        if (n >= 0) times[side].push(ms);
      }
    }
    rows.push({
      operation: name,
      'known ms': median(times.known).toFixed(1),
      'unknown ms': median(times.unknown).toFixed(1),
      'area under the curve': area(times.known, times.unknown).toFixed(3),
    });
  }
  printTable(`Times by an address with and without an account (${pairs} interleaved pairs, medians)`, rows);
} finally {
  await system.close();
}

async function timed({ field, input }: ReturnType<Ask>): Promise<number> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) ${answers[field]} }`;
  const body = JSON.stringify({ query, variables: { input } });
  const startedAt = performance.now();
  const response = await fetch(GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': ApiKey },
    body,
  });
  const text = await response.text();
  const took = performance.now() - startedAt;
  // A call that is refused before it reaches a user would take the same time for everybody.
  if (/INVALID_INPUT|NOT_ENABLED|INTERNAL|TOO_MANY|ValidationError/.test(text)) throw new Error(`${field}: ${text}`);
  return took;
}

/** The share of all pairs of values from both series in which the first is larger (Mann–Whitney). */
function area(ones: readonly number[], others: readonly number[]): number {
  const wins = ones.flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}
