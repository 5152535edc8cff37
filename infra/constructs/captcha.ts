import { SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { UserEnv } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';
import type { FunctionRight } from './common/own-function.ts';
import { removal } from './common/removal.ts';

type Captcha = NonNullable<Settings['protection']['captcha']>;

/** The URL at which each provider verifies; that of OTHER is in the settings. */
const verifiers: Readonly<Record<Captcha['kind'], string | null>> = {
  TURNSTILE: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  HCAPTCHA: 'https://api.hcaptcha.com/siteverify',
  RECAPTCHA: 'https://www.google.com/recaptcha/api/siteverify',
  OTHER: null,
};

/** The environment and the rights of a function that lets a captcha be verified; empty if the stage has no captcha. */
export function captchaOf(
  scope: Construct,
  settings: Settings,
): {
  readonly rights: readonly FunctionRight[];
  readonly environment: Pick<UserEnv, 'CAPTCHA_SECRET_ID' | 'CAPTCHA_VERIFY_URL'>;
} {
  const { captcha } = settings.protection;
  if (captcha === null) return { rights: [], environment: {} };
  const verifyUrl = captcha.verifyUrl ?? verifiers[captcha.kind];
  if (verifyUrl === null) throw new Error('The captcha has no URL; rules/limits.ts refuses that.');
  const secretArn = captcha.secretArn ?? newSecret(scope, settings).secretArn;
  return {
    rights: [{ actions: ['secretsmanager:GetSecretValue'], resource: secretArn }],
    environment: { CAPTCHA_SECRET_ID: secretArn, CAPTCHA_VERIFY_URL: verifyUrl },
  };
}

function newSecret(scope: Construct, settings: Settings): Secret {
  const secret = new Secret(scope, 'CaptchaSecret', {
    description: 'The secret key of the captcha: {"secretKey": "…"}. Fill it in after the first deployment.',
    // Empty, which the functions treat as missing. Without this, Secrets Manager would generate a password.
    secretObjectValue: { secretKey: SecretValue.unsafePlainText('') },
    removalPolicy: removal(settings),
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The key belongs to another company: AWS cannot rotate it.',
  });
  return secret;
}
