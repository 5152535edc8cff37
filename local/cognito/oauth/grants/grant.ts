import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import type { Services } from '../../services.ts';
import type { OAuthClient } from '../protocol/oauth-client.ts';

/** Gives tokens for the form of an authenticated client. Throws TokenError. */
export type GrantType = (services: Services, client: OAuthClient, form: URLSearchParams) => Promise<AuthenticationResultType>;
