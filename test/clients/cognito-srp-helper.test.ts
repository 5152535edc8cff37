import { createSrpSession, signSrpSession } from 'cognito-srp-helper';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  type RespondToChallengeMutationVariables,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { fetchSend, refused, type Send, succeeded } from '../support/send.ts';
import { type AuthResult, expectNewPasswordRequired, expectTokens, newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { challenge } from './challenge.ts';
import { confirmedPerson } from './people.ts';
import { type Recorder, startRecorder } from './recorder.ts';

// A package without GraphQL computes SRP; everything else is done with fields of this API.

let system: System;
let wire: Recorder;
let send: Send;

beforeAll(async () => {
  system = await startSystem();
});

beforeEach(async () => {
  wire = await startRecorder(system.runtime.outputs.GraphQLUrl);
  send = fetchSend(wire.url, system.runtime.outputs.ApiKey);
  return () => wire.close();
});

afterAll(() => system.close());

type Answer = RespondToChallengeMutationVariables['input'];

interface Begun {
  readonly session: ReturnType<typeof createSrpSession>;
  readonly verifier: Extract<AuthResult, { __typename: 'PasswordVerifierChallenge' }>;
}

/** Up to the second half of SRP. */
async function begin(username: string, password: string): Promise<Begun> {
  const session = createSrpSession(username, password, system.runtime.outputs.UserPoolId, false);
  const input = { username, flow: 'USER_SRP_AUTH', srpA: session.largeA } as const;
  const { login } = succeeded(await send(LoginDocument, { input }));
  return { session, verifier: challenge(login, 'PasswordVerifierChallenge') };
}

/** The answer to the challenge: the proof, and no password. */
function proof({ session, verifier }: Begun): Answer {
  const { name, username, salt, srpB, secretBlock, userIdForSrp } = verifier;
  const signed = signSrpSession(session, {
    ChallengeParameters: { SALT: salt, SRP_B: srpB, SECRET_BLOCK: secretBlock, USER_ID_FOR_SRP: userIdForSrp },
  });
  return {
    name,
    username,
    session: verifier.session,
    passwordClaim: { signature: signed.passwordSignature, secretBlock, timestamp: signed.timestamp },
  };
}

describe('cognito-srp-helper, through the fields of this API', () => {
  test('signs in by name, and the password is in no request', async () => {
    const { username, email, password } = await confirmedPerson(system);
    const begun = await begin(username, password);
    const { respondToChallenge } = succeeded(await send(RespondToChallengeDocument, { input: proof(begun) }));
    const { me } = succeeded(await send(MeDocument, {}, expectTokens(respondToChallenge).accessToken));
    expect(me).toMatchObject({ username, email });
    expect(wire.bodies).toHaveLength(3);
    for (const body of wire.bodies) expect(body).not.toContain(password);
    expect(wire.bodies[0]).toContain(begun.session.largeA);
  });

  test('signs in by e-mail address: the proof is made with the user id that the challenge gives', async () => {
    const { username, email, password } = await confirmedPerson(system);
    const begun = await begin(email, password);
    expect(begun.verifier.userIdForSrp).toBe(username);
    const { respondToChallenge } = succeeded(await send(RespondToChallengeDocument, { input: proof(begun) }));
    expectTokens(respondToChallenge);
  });

  test('goes on to a new password where the first was a temporary one', async () => {
    const { username, email } = newPerson();
    const temporaryPassword = newPassword();
    succeeded(await system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
    const input = proof(await begin(username, temporaryPassword));
    const { respondToChallenge } = succeeded(await send(RespondToChallengeDocument, { input }));
    const { name, session } = expectNewPasswordRequired(respondToChallenge);
    const answer = { name, username, session, newPassword: newPassword() };
    expectTokens(succeeded(await send(RespondToChallengeDocument, { input: answer })).respondToChallenge);
    for (const body of wire.bodies) expect(body).not.toContain(temporaryPassword);
  });

  test('a wrong password and an unknown user are refused in the same way, and only at the proof', async () => {
    const { username } = await confirmedPerson(system);
    const wrong = refused(await send(RespondToChallengeDocument, { input: proof(await begin(username, newPassword())) }));
    const nobody = refused(await send(RespondToChallengeDocument, { input: proof(await begin('nobody', newPassword())) }));
    expect(wrong.errorType).toBe('INVALID_CREDENTIALS');
    expect(nobody).toMatchObject({ errorType: wrong.errorType, message: wrong.message });
  });

  test('a proof can be used only once', async () => {
    const { username, password } = await confirmedPerson(system);
    const input = proof(await begin(username, password));
    expectTokens(succeeded(await send(RespondToChallengeDocument, { input })).respondToChallenge);
    expect(refused(await send(RespondToChallengeDocument, { input })).errorType).toBe('SESSION_EXPIRED');
  });
});
