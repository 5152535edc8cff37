import { AwsError, type Operation } from './protocol/service.ts';

export interface SecretsOptions {
  /** ARNs of the secrets that the template declares. */
  readonly secretArns: () => readonly string[];
  /** ARNs of the secrets with the key of a captcha, whether or not the template declares them. */
  readonly captchaSecretArns: () => readonly string[];
  /** Without it, the secrets of the language model exist but have no value, as after a first deployment. */
  readonly openaiApiKey: string | undefined;
  readonly captchaSecretKey: string;
}

/** `{"apiKey": …}` for each secret, and `{"secretKey": …}` for that of a captcha (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html). */
export function getSecretValue(options: SecretsOptions): Operation {
  const { secretArns, captchaSecretArns, openaiApiKey, captchaSecretKey } = options;
  return ({ SecretId }) => {
    if (typeof SecretId !== 'string') throw new AwsError('InvalidParameterException', 'SecretId is missing.');
    const isMeant = (candidate: string): boolean => candidate === SecretId || nameOf(candidate) === SecretId;
    const ofCaptcha = captchaSecretArns().find(isMeant);
    if (ofCaptcha !== undefined) return answer(ofCaptcha, { secretKey: captchaSecretKey });
    const arn = secretArns().find(isMeant);
    if (arn === undefined) throw notFound("Secrets Manager can't find the specified secret.");
    if (openaiApiKey === undefined) {
      throw notFound("Secrets Manager can't find the specified secret value for staging label: AWSCURRENT");
    }
    return answer(arn, { apiKey: openaiApiKey });
  };
}

function answer(arn: string, value: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return { ARN: arn, Name: nameOf(arn), SecretString: JSON.stringify(value), VersionStages: ['AWSCURRENT'] };
}

function notFound(message: string): AwsError {
  return new AwsError('ResourceNotFoundException', message);
}

/** An ARN ends in the secret's name, a hyphen and six random characters. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1, -7);
}
