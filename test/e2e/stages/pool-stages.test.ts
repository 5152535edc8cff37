import { describe, expect, onTestFinished, test } from 'vitest';
import { AuthConfigDocument, LoginDocument } from '../../../examples/generated/operations.ts';
import { poolInput, poolSettings, poolStageNames } from '../../support/infra/pool-stages.ts';
import { refused, succeeded } from '../../support/send.ts';
import { startStage } from '../../support/stage.ts';

const functions = 'test/local/trigger-functions';
const entries = {
  customEmailSender: `${functions}/email-sender.lambda.ts`,
  customSmsSender: `${functions}/sms-sender.lambda.ts`,
};

describe.each(poolStageNames)('a stage with %s', { tags: ['exhaustive'] }, (stage) => {
  test('runs on a laptop, or is refused by the name of what is not here', async () => {
    const starting = startStage(poolInput(stage), { entries });
    const system = await starting.catch((error: Error) => error);
    if (system instanceof Error) {
      expect(system.message).toMatch(/is not implemented by the embedded user pool/);
      return;
    }
    onTestFinished(() => system.close());
    const { signIn, mfa } = poolSettings(stage);
    const { authConfig } = succeeded(await system.send(AuthConfigDocument, {}));
    expect(authConfig).toMatchObject({ signInNames: signIn.names, mfaTypes: mfa.types, flows: signIn.flows });
    const nobody = { username: 'nobody@example.com', password: 'Passw0rd! is right', flow: signIn.flows[0] ?? null };
    const input = nobody.flow === 'USER_AUTH' ? { ...nobody, preferredChallenge: 'PASSWORD' as const } : nobody;
    expect(refused(await system.send(LoginDocument, { input })).errorType).toBe('INVALID_CREDENTIALS');
  });
});
