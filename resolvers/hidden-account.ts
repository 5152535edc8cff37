import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';

// Cognito answers as if nothing were amiss for a name that nobody has, yet says of a user who is confirmed, or who was invited, that he is. By a
// user name that tells no more than `signUp` does. By an address it would tell a stranger who has an account.

/** Whether a name is an address or a number, by which a user may be found besides his user name. */
function isAddress(name: string): boolean {
  return name.includes('@') || name.startsWith('+');
}

/** The refusals that tell that an account exists, by their text (facts that no exception's name tells). */
const telling =
  /^User is disabled|^User is already confirmed|^User cannot be confirmed|^User password cannot be reset in the current state/;

/** Whether this refusal, shown to who asked by this name, would tell him that an address has an account. */
export function tells(error: unknown, name: string): error is Error {
  return isAddress(name) && error instanceof Error && telling.test(error.message);
}

/** What Cognito itself answers for an address that nobody has: `j***@e***`, `+*******1234`. */
export function simulatedDelivery(address: string): CodeDeliveryDetailsType {
  const [local = '', domain = ''] = address.split('@');
  if (domain !== '') {
    return { DeliveryMedium: 'EMAIL', AttributeName: 'email', Destination: `${first(local)}***@${first(domain)}***` };
  }
  const digits = address.slice(1);
  const hidden = Math.max(0, digits.length - 4);
  return { DeliveryMedium: 'SMS', AttributeName: 'phone_number', Destination: `+${'*'.repeat(hidden)}${digits.slice(hidden)}` };
}

function first(text: string): string {
  return Array.from(text)[0] ?? '';
}
