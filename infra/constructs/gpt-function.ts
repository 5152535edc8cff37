import { SecretValue, Validations } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { GptEnv } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';
import { type AccountTable, accountTableOf } from './account-table.ts';
import { type FunctionRight, OwnFunction } from './common/own-function.ts';
import { removal } from './common/removal.ts';

interface GptFunctionProps {
  readonly settings: Settings;
  readonly gpt: NonNullable<Settings['gpt']>;
  /** What counts the questions; null where a stage keeps nothing. */
  readonly table: AccountTable | null;
  /** The folder of its bundle. */
  readonly bundle: string | undefined;
}

/** Calls the language model. It may read one secret and, with daily limits, count in one table. */
export function gptFunction(scope: Construct, { settings, gpt, table, bundle }: GptFunctionProps): LambdaFunction {
  if (bundle === undefined) throw new Error('The gpt function was not bundled.');
  const secret = gptSecret(scope, settings, gpt.secretArn);
  const counts = accountTableOf(table, settings, { gptLimits: ['UpdateItem'] });
  return new OwnFunction(scope, 'GptFunction', {
    settings,
    name: 'gpt',
    bundle,
    description: 'The GraphQL operation gpt',
    timeoutSeconds: 28,
    reservedConcurrency: settings.functions.reservedConcurrency.gpt,
    rights: [
      { actions: ['secretsmanager:GetSecretValue'], resource: secret.secretArn },
      ...secretDecryption(gpt),
      ...counts.rights,
    ],
    environment: {
      OPENAI_SECRET_ID: secret.secretArn,
      GPT_MODEL: gpt.model,
      GPT_MODELS: gpt.models.join(','),
      GPT_MESSAGE_CHARACTERS: String(gpt.messageCharacters),
      GPT_ANSWER_TOKENS: String(gpt.answerTokens),
      GPT_ANSWER_TOKENS_PARAMETER: gpt.answerTokensParameter,
      ...counts.environment,
      ...(gpt.requestsPerDay !== null && { GPT_REQUESTS_PER_DAY: String(gpt.requestsPerDay) }),
      ...(gpt.totalRequestsPerDay !== null && { GPT_TOTAL_REQUESTS_PER_DAY: String(gpt.totalRequestsPerDay) }),
      GPT_PROVEN_ADDRESS: String(gpt.provenAddress),
      ...(gpt.baseUrl !== null && { OPENAI_BASE_URL: gpt.baseUrl }),
    } satisfies GptEnv,
  }).handler;
}

/** The stage's own secret, or a new one. */
function gptSecret(scope: Construct, settings: Settings, secretArn: string | null): { readonly secretArn: string } {
  if (secretArn !== null) return { secretArn };
  const secret = new Secret(scope, 'GptSecret', {
    description: 'The key of the language model: {"apiKey": "…"}. Fill it in after the first deployment.',
    // Empty, which the gpt function treats as no key. Without a value, Secrets Manager would generate a password.
    secretObjectValue: { apiKey: SecretValue.unsafePlainText('') },
    removalPolicy: removal(settings),
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The key is issued by another company, so AWS cannot rotate it.',
  });
  return { secretArn: secret.secretArn };
}

/**
 * Secrets Manager decrypts with the rights of its caller. This right covers only this secret, and only through that
 * service.
 */
function secretDecryption({ secretArn, secretKeyArn }: NonNullable<Settings['gpt']>): FunctionRight[] {
  if (secretArn === null || secretKeyArn === null) return [];
  const region = secretArn.split(':')[3];
  const conditions = {
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com`, 'kms:EncryptionContext:SecretARN': secretArn },
  };
  return [{ actions: ['kms:Decrypt'], resource: secretKeyArn, conditions }];
}
