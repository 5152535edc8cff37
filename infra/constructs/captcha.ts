import { SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { UserEnv } from '../../resolvers/config/environment.ts';
import type { Settings } from '../settings/stage.ts';
import type { FunctionRight } from './common/own-function.ts';
import { removal } from './common/removal.ts';

type Captcha = NonNullable<Settings['protection']['captcha']>;

/** Where each provider verifies; of OTHER the settings say it. */
const verifiers: Readonly<Record<Captcha['kind'], string | null>> = {
  TURNSTILE: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  HCAPTCHA: 'https://api.hcaptcha.com/siteverify',
  RECAPTCHA: 'https://www.google.com/recaptcha/api/siteverify',
  OTHER: null,
};

/** What a function that has a captcha verified is told, and what it may do. Nothing where a stage has none. */
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
    // Empty, which the functions take for none. Left out, Secrets Manager would invent a password.
    secretObjectValue: { secretKey: SecretValue.unsafePlainText('') },
    removalPolicy: removal(settings),
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The key belongs to another company: AWS cannot rotate it.',
  });
  return secret;
}
