/** Why a provider signs nobody in, for the redirect URI of the application (RFC 6749 §4.1.2.1). */
export interface Refusal {
  readonly error: string;
  readonly description: string;
}
