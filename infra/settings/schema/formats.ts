import { z } from 'zod';

/** Text formats that several settings share. A name is the end of the sentence "it must be a …". */
export const hostName = z.stringFormat(
  'host name in lower case, without scheme, port and path, of at most 63 characters',
  /^(?=.{1,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/,
);

/** A host on the Internet: it has a dot. */
export const domainName = z.stringFormat(
  'domain name in lower case, such as auth.example.com',
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/,
);

/** @see docs/aws-behaviour/cognito-settings.md#cognito.pool.prefix-is-global */
export const domainPrefix = z.stringFormat(
  'domain prefix of 1 to 63 lower-case letters, digits and -, without the words aws, amazon and cognito',
  /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
);

export const region = z.stringFormat('AWS Region, such as eu-central-1', /^[a-z]{2}(-[a-z]+)+-\d$/);

export const accountId = z.stringFormat('AWS account of twelve digits', /^\d{12}$/);

/** A tag name that every service accepts. AWS reserves the prefix aws: for itself. */
export const tagKey = z.stringFormat(
  'name of a tag: 1 to 128 letters, digits, spaces and _ . : / = + - @, not beginning with aws:',
  /^(?!aws:)[\p{L}\p{Zs}\p{N}_.:/=+\-@]{1,128}$/iu,
);

export const tagValue = z.stringFormat(
  'value of a tag: at most 256 letters, digits, spaces and _ . : / = + - @',
  /^[\p{L}\p{Zs}\p{N}_.:/=+\-@]{0,256}$/u,
);

/** Strict enough to be used unescaped in a header and in a template. */
export const emailAddress = z.stringFormat('e-mail address', /^[\w.+-]+@([a-z0-9-]+\.)+[a-z]{2,}$/i);

/** The ARN of any resource of one service. */
export function arn(noun: string, service: string, resource: string) {
  return z.stringFormat(`ARN of ${noun}`, new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:\\d{12}:${resource}$`));
}

export const standardAttribute = z.enum([
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'website',
  'zoneinfo',
]);

/**
 * GetSecretValue also accepts an ARN without the last six characters, but an IAM policy with such an ARN matches none.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.secret-arn
 */
export const secretArn = z.stringFormat(
  'ARN of a Secrets Manager secret, including the hyphen and the six characters that AWS appends to its name',
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6}$/,
);
