import * as documents from './documents.ts';
import type { StageFacts } from './stage-facts.ts';
import { lastPerson, ownPassword, password, person } from './tour-person.ts';

/** A tab of GraphiQL. Its title is the name of the operation. */
export interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string;
}

/** The placeholder for a field of an answer, by the field's name. The page replaces it with the newest value. */
export const placeholders = {
  session: '<session, from the answer before>',
  accessToken: '<accessToken, from a sign-in>',
  refreshToken: '<refreshToken, from a sign-in>',
};

/** A step of the tour before it becomes a tab: the text of its comment, and the operation. */
interface Step {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
  /** Lines of at most 46 characters, so that an editor on half a laptop screen shows them whole. */
  readonly says: readonly string[];
  readonly isForSignedIn?: true;
}

export interface TourOptions {
  /** Undefined if the API has no `authConfig`. The tour is then one query that any API answers. */
  readonly facts: StageFacts | undefined;
  readonly apiKey: string;
  /** Whether the API answers introspection queries. */
  readonly introspection: boolean;
}

/**
 * The steps of a new user through the running stage, one tab each: with the API key before sign-in, and with the user's
 * token afterwards.
 */
export function tour({ facts, apiKey, introspection }: TourOptions): Tab[] {
  const steps =
    facts === undefined
      ? [elsewhere]
      : [authConfig(introspection), ...signUpSteps(facts), ...signInSteps(facts), ...laterSteps(facts)];
  return steps.map((step, index) => toTab(step, index + 1, steps[index + 1]?.name, apiKey));
}

function toTab(
  { name, query, variables, says, isForSignedIn }: Step,
  number: number,
  next: string | undefined,
  apiKey: string,
): Tab {
  const [heading = '', ...more] = says;
  const comment = [`${number}. ${heading}`, ...more, ...(next === undefined ? [] : ['', `Next: ${next}.`])];
  const headers = isForSignedIn ? { authorization: placeholders.accessToken } : { 'x-api-key': apiKey };
  return {
    query: `${comment.map((line) => `# ${line}`.trimEnd()).join('\n')}\n${query.replace(/^(\w+) \w+/, `$1 ${name}`)}`,
    variables: variables === undefined ? '' : JSON.stringify(variables, null, 2),
    headers: JSON.stringify(headers, null, 2),
  };
}

const elsewhere: Step = { name: 'Hello', query: 'query Hello {\n  __typename\n}\n', says: ['Press play, or Ctrl-Enter.'] };

function authConfig(introspection: boolean): Step {
  return {
    name: 'AuthConfig',
    query: documents.authConfig,
    says: [
      'Press play, or Ctrl-Enter.',
      '',
      'The answer is what a sign-in page must know.',
      'The API key is under Headers, filled in.',
      ...(introspection ? [] : ['', 'This stage has introspection off: clients', 'generate their types from schema.graphql.']),
    ],
  };
}

const code = '<the code of the message, see /dev>';

/** Signing up in the simplest way that the stage has. */
function signUpSteps(facts: StageFacts): Step[] {
  const { signUpModes, verifyBy } = facts;
  if (signUpModes.includes('TEMPORARY_PASSWORD'))
    return [
      {
        name: 'SignUp',
        query: documents.signUp('SignUp'),
        variables: { input: { ...person(facts), temporaryPassword: password(facts, 'Welcome-2-us') } },
        says: ['A user with a temporary password.'],
      },
    ];
  if (signUpModes.includes('PASSWORD')) {
    const signUp: Step = {
      name: 'SignUp',
      query: documents.signUp('SignUp'),
      variables: { input: { ...person(facts), password: ownPassword(facts) } },
      says: [
        'A user with a password. The message that',
        `confirms the address is on /dev${verifyBy === 'LINK' ? ': open its link.' : '.'}`,
      ],
    };
    return verifyBy === 'LINK' ? [signUp] : [signUp, confirmSignUp(facts)];
  }
  if (signUpModes.includes('INVITATION'))
    return [
      {
        name: 'SignUp',
        query: documents.signUp('SignUp'),
        variables: { input: person(facts) },
        says: ['An invited user. The invitation, with a', 'temporary password, is on /dev.'],
      },
    ];
  return [];
}

function confirmSignUp(facts: StageFacts): Step {
  return {
    name: 'ConfirmSignUp',
    query: documents.confirmSignUp,
    variables: { input: { username: person(facts).username, code, password: ownPassword(facts) } },
    says: ['Put the code under Variables. It is in the', 'message on /dev. Who answers it decides the', 'password.'],
  };
}

function signInSteps(facts: StageFacts): Step[] {
  const { signUpModes, flows, firstFactors, mfaMode, mfaTypes } = facts;
  const takesPassword = flows.includes('USER_PASSWORD_AUTH');
  if (!takesPassword && !(flows.includes('USER_AUTH') && firstFactors.includes('PASSWORD'))) return [];
  const { username } = signUpModes.length === 0 ? { username: 'confirmed' } : person(facts);
  const isTemporary = signUpModes.includes('TEMPORARY_PASSWORD') || (!signUpModes.includes('PASSWORD') && signUpModes.length > 0);
  const steps: Step[] = [
    {
      name: 'Login',
      query: documents.login(mfaTypes),
      variables: {
        input: {
          username,
          password: firstPassword(facts),
          ...(!takesPassword && { flow: 'USER_AUTH', preferredChallenge: 'PASSWORD' }),
        },
      },
      says: loginSays(facts, isTemporary),
    },
  ];
  if (isTemporary)
    steps.push({
      name: 'NewPassword',
      query: documents.respondToChallenge('NewPassword', mfaTypes),
      variables: {
        input: { name: 'NEW_PASSWORD_REQUIRED', username, session: placeholders.session, newPassword: ownPassword(facts) },
      },
      says: ["Answer the challenge with the user's own", 'password. The session is filled in; it is', 'valid for one answer.'],
    });
  if (mfaMode === 'ON' && mfaTypes.includes('SOFTWARE_TOKEN_MFA')) steps.push(...appSteps(username, mfaTypes));
  return steps;
}

function firstPassword(facts: StageFacts): string {
  const { signUpModes } = facts;
  if (signUpModes.includes('TEMPORARY_PASSWORD')) return password(facts, 'Welcome-2-us');
  if (signUpModes.includes('PASSWORD')) return ownPassword(facts);
  return signUpModes.length > 0 ? '<the temporary password of the mail>' : 'Correct-horse-battery-1';
}

function loginSays({ signUpModes, mfaMode }: StageFacts, isTemporary: boolean): string[] {
  if (signUpModes.length === 0) return ['Nobody signs up here: load the seed users', 'on /dev, then sign in as one of them.'];
  if (isTemporary)
    return [
      'Sign in with the temporary password.',
      '',
      'The answer is a challenge: choose a password.',
      'Its session goes into the next tab by itself.',
    ];
  if (mfaMode === 'ON') return ['Sign in with the password.', '', 'The answer is a challenge: a second factor', 'is required.'];
  return ['Sign in with the password.', '', 'The tabs after this take the tokens.'];
}

function appSteps(username: string, mfaTypes: readonly string[]): Step[] {
  return [
    {
      name: 'SetUpApp',
      query: documents.associateSoftwareToken,
      variables: { input: { session: placeholders.session } },
      says: ['Everybody needs an authenticator app here.', 'Give it the secretCode of the answer.'],
    },
    {
      name: 'VerifyApp',
      query: documents.verifySoftwareToken,
      variables: { input: { session: placeholders.session, code: '<the six digits of the app>' } },
      says: ['Put the six digits that the app shows', 'under Variables.'],
    },
    {
      name: 'FinishSetUp',
      query: documents.respondToChallenge('FinishSetUp', mfaTypes),
      variables: { input: { name: 'MFA_SETUP', username, session: placeholders.session } },
      says: ['The app is set up; the answer is the tokens.'],
    },
  ];
}

/** What a signed-in user can do, and the other ways to sign in. */
function laterSteps(facts: StageFacts): Step[] {
  const steps: Step[] = [
    {
      name: 'Me',
      query: documents.me,
      says: [
        'Who is signed in?',
        '',
        'The accessToken is under Headers, and no API',
        'key: where both are sent, AppSync looks at',
        'the key only.',
      ],
      isForSignedIn: true,
    },
  ];
  if (facts.gptEnabled)
    steps.push({
      name: 'Gpt',
      query: documents.gpt,
      variables: { message: 'Say hello.' },
      says: [
        'A question to a language model.',
        '',
        'It needs a key: OPENAI_API_KEY when the API',
        'is started, or "key" under Variables.',
      ],
      isForSignedIn: true,
    });
  steps.push({
    name: 'Refresh',
    query: documents.refresh,
    variables: { input: { refreshToken: placeholders.refreshToken } },
    says: ['New access and ID tokens for the', 'refreshToken of a sign-in.'],
  });
  if (facts.signUpModes.includes('TEMPORARY_PASSWORD') && facts.signUpModes.includes('PASSWORD'))
    steps.push(...selfSignUp(facts));
  if (facts.recovery.includes(confirmedBy(facts))) steps.push(...recovery(facts));
  return steps;
}

function selfSignUp(facts: StageFacts): Step[] {
  const bob = person(facts, 'bob', '+15555550101');
  const signUp: Step = {
    name: 'SelfSignUp',
    query: documents.signUp('SelfSignUp'),
    variables: { input: { ...bob, password: password(facts, 'Battery-staple-9') } },
    says: ["The other way in: the user's own password,", 'and a message that confirms the address.'],
  };
  if (facts.verifyBy === 'LINK') return [signUp];
  return [
    signUp,
    {
      ...confirmSignUp(facts),
      variables: { input: { username: bob.username, code, password: password(facts, 'Battery-staple-9') } },
    },
  ];
}

function recovery(facts: StageFacts): Step[] {
  const { username } = facts.signUpModes.includes('PASSWORD') ? lastPerson(facts) : person(facts);
  return [
    {
      name: 'ForgotPassword',
      query: documents.forgotPassword,
      variables: { input: { username } },
      says: ['A code for a new password. The message is', 'on /dev.'],
    },
    {
      name: 'ConfirmForgotPassword',
      query: documents.confirmForgotPassword,
      variables: { input: { username, code, password: password(facts, 'Another-staple-9') } },
      says: ['Put the code of the message under Variables.'],
    },
  ];
}

/** How the tour's users verify their address. A code for a new password is only sent to a verified address. */
function confirmedBy({ signInNames }: StageFacts): string {
  return signInNames.includes('USERNAME') || signInNames.includes('EMAIL') ? 'EMAIL' : 'SMS';
}
