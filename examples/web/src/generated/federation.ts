// Generated from operations/federation.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ExchangeAuthorizationCodeInput = {
  /** The parameter `code` of the call-back URL. */
  code: string;
  /** The secret whose challenge began the sign-in: 43 to 128 letters, digits and the signs `-`, `.`, `_`, `~`. */
  codeVerifier: string;
  /** The `redirect_uri` of that request: one of `Federation.callbackUrls`. */
  redirectUri: string;
};

export type ExchangeAuthorizationCodeMutationVariables = Exact<{
  input: ExchangeAuthorizationCodeInput;
}>;


export type ExchangeAuthorizationCodeMutation = { __typename: 'Mutation', exchangeAuthorizationCode: { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number } };

export type SignOutUrlQueryVariables = Exact<{
  redirectUri: string;
}>;


export type SignOutUrlQuery = { __typename: 'Query', signOutUrl: string };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ExchangeAuthorizationCodeDocument = new TypedDocumentString(`
    mutation ExchangeAuthorizationCode($input: ExchangeAuthorizationCodeInput!) {
  exchangeAuthorizationCode(input: $input) {
    accessToken
    idToken
    refreshToken
    expiresIn
  }
}
    `) as unknown as TypedDocumentString<ExchangeAuthorizationCodeMutation, ExchangeAuthorizationCodeMutationVariables>;
export const SignOutUrlDocument = new TypedDocumentString(`
    query SignOutUrl($redirectUri: String!) {
  signOutUrl(redirectUri: $redirectUri)
}
    `) as unknown as TypedDocumentString<SignOutUrlQuery, SignOutUrlQueryVariables>;