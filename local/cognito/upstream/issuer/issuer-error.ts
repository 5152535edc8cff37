/** An issuer that cannot be asked. The message is fit for the developer of an application. */
export class IssuerError extends Error {
  override readonly name = 'IssuerError';
}
