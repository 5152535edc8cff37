/**
 * How Cognito's texts name the value at fault, and where the name is.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.constraints
 */
const patterns: readonly { readonly text: RegExp; readonly input?: string }[] = [
  // 1 validation error detected: Value at 'userAttributes.1.member.value' failed to satisfy constraint: …
  { text: / at '(\w+)[\w.]*' failed to satisfy constraint: / },
  { text: /^Missing required parameter (\w+)/ },
  { text: /^User does not have delivery config set to turn on (\w+)/ },
  { text: /^Attributes did not conform to the schema: (email|phone_number): / },
  { text: /^Invalid (email|phone)/ },
  { text: /^Username (should|cannot) be/, input: 'username' },
  { text: /^Cannot reset password for the user/, input: 'username' },
  { text: /^Invalid device secret verifier/, input: 'passwordVerifier' },
  { text: /attribute/i, input: 'attributes' },
];

/** Cognito's names and ours: members of its requests, keys of its maps, attributes. */
const inputs = new Map([
  ['username', 'username'],
  ['password', 'password'],
  ['new_password', 'newPassword'],
  ['temporarypassword', 'temporaryPassword'],
  ['confirmationcode', 'code'],
  ['usercode', 'code'],
  ['friendlydevicename', 'friendlyDeviceName'],
  ['session', 'session'],
  ['srp_a', 'srpA'],
  ['answer', 'answer'],
  ['device_key', 'deviceKey'],
  ['devicekey', 'deviceKey'],
  ['devicename', 'deviceName'],
  ['attributename', 'name'],
  ['userattributenames', 'names'],
  ['credentialid', 'credentialId'],
  ['sessionid', 'sessionId'],
  ['limit', 'limit'],
  ['maxresults', 'limit'],
  ['nexttoken', 'nextToken'],
  ['paginationtoken', 'nextToken'],
  ['previouspassword', 'previousPassword'],
  ['proposedpassword', 'newPassword'],
  ['sms_mfa', 'sms'],
  ['software_token_mfa', 'softwareToken'],
  ['email_mfa', 'email'],
  ['email_otp', 'email'],
  ['refreshtoken', 'refreshToken'],
  ['token', 'refreshToken'],
  ['email', 'email'],
  ['phone_number', 'phoneNumber'],
  ['phone', 'phoneNumber'],
  ['userattributes', 'attributes'],
  ['groupname', 'groupName'],
  ['description', 'description'],
  ['precedence', 'precedence'],
  ['filter', 'filter'],
  ['clientmetadata', 'clientMetadata'],
]);

/** The input that one of Cognito's texts is about; null if the text does not say. */
export function faultyInput(text: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.text.exec(text);
    if (match) return pattern.input ?? inputs.get(match[1]?.toLowerCase() ?? '') ?? null;
  }
  return null;
}

/** How Cognito's text states a rule, and how people are told. */
const rules: readonly { readonly text: RegExp; readonly rule: (bound: string) => string }[] = [
  { text: /^have length greater than or equal to (\d+)/, rule: (bound) => `it must have at least ${bound} characters` },
  { text: /^have length less than or equal to (\d+)/, rule: (bound) => `it must have at most ${bound} characters` },
  { text: /^satisfy regular expression pattern/, rule: () => 'it contains characters that are not allowed here' },
  { text: /^satisfy enum value set/, rule: () => 'it is none of the values that are allowed here' },
  { text: /^not be null/, rule: () => 'it is missing' },
];

/** The rule that was broken, without Cognito's regular expression and without the value, which Cognito repeats. */
export function failedConstraint(text: string): string {
  const told = /failed to satisfy constraint: Member must ([^;]*)/.exec(text)?.[1] ?? '';
  const broken = rules.flatMap(({ text: pattern, rule }) => {
    const match = pattern.exec(told);
    return match ? rule(match[1] ?? '') : [];
  });
  return `This value is refused: ${broken[0] ?? 'it breaks a rule'}.`;
}

/**
 * The same for a password. Its policy is the user pool's own, while Cognito's text states the bounds of any pool, such
 * as six characters.
 */
export function failedPassword(text: string): string {
  if (/Member must have length greater/.test(text)) return 'This password is too short.';
  if (/Member must have length less/.test(text)) return 'This password is too long.';
  return 'A password must not begin or end with a space or other white space.';
}
