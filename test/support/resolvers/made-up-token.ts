/** A token as AppSync would hand it on after its check. Only a scripted wire takes it. */
export function madeUpToken(claims: Readonly<Record<string, unknown>> = {}): string {
  const all = { sub: 'a-sub', username: 'ann', token_use: 'access', ...claims };
  return `e30.${Buffer.from(JSON.stringify(all)).toString('base64url')}.sig`;
}

/** What AppSync lets through as well, and Cognito's own operations do not take. */
export const madeUpIdToken = madeUpToken({ token_use: 'id', username: undefined, 'cognito:username': 'ann' });
