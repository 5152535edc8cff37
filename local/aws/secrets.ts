import { AwsError, type Operation } from './protocol/service.ts';

export interface SecretsOptions {
  /** ARNs of the secrets that the template declares. */
  readonly secretArns: () => readonly string[];
  /** Without it the secrets exist and have no value yet, as after a first deployment. */
  readonly openaiApiKey: string | undefined;
}

/** `{"apiKey": …}` for each secret (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html). */
export function getSecretValue({ secretArns, openaiApiKey }: SecretsOptions): Operation {
  return ({ SecretId }) => {
    if (typeof SecretId !== 'string') throw new AwsError('InvalidParameterException', 'SecretId is missing.');
    const arn = secretArns().find((candidate) => candidate === SecretId || nameOf(candidate) === SecretId);
    if (arn === undefined) throw notFound("Secrets Manager can't find the specified secret.");
    if (openaiApiKey === undefined) {
      throw notFound("Secrets Manager can't find the specified secret value for staging label: AWSCURRENT");
    }
    const SecretString = JSON.stringify({ apiKey: openaiApiKey });
    return { ARN: arn, Name: nameOf(arn), SecretString, VersionStages: ['AWSCURRENT'] };
  };
}

function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message);
}

/** An ARN ends in the secret's name, a hyphen and six random characters. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1, -7);
}
