import type { OpenedPool } from '../probe/target.ts';

/** Unsigned requests over HTTP. */
export function postTo(endpoint: string): OpenedPool['post'] {
  return async (operation, body) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    };
    const response = await fetch(endpoint, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  };
}
