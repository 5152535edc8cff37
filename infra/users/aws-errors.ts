import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import { CommandError } from '../errors/command-error.ts';
import type { Target } from './target.ts';

/** Runs a command on a pool. What AWS refuses ends the command with AWS's own words, and without a stack trace. */
export async function withAwsErrors<T>({ cognito, name }: Target, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error;
    if (error instanceof CognitoIdentityProviderServiceException) {
      throw new CommandError(`Cognito refused a call for ${name}: ${error.name}: ${error.message}`);
    }
    if (error.name === 'CredentialsProviderError')
      throw new CommandError(`There are no AWS credentials for ${name}: ${error.message}`);
    // `fetch` has the reason as a cause.
    const { code = '' } = Object(error.cause ?? error);
    if (/^E[A-Z_]+$/.test(String(code)))
      throw new CommandError(`${name[0]?.toUpperCase()}${name.slice(1)} cannot be reached (${code}).`);
    throw error;
  } finally {
    cognito.destroy();
  }
}
