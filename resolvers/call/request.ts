/** Who calls, and with what. AppSync has verified the token and enforced the directives of the field. */
export interface Request {
  readonly requestId: string;
  /** The token of the `authorization` header, access or ID; null for a caller with an API key. */
  readonly accessToken: string | null;
  readonly identity: Identity | null;
  /**
   * The address that called AppSync; null if it is unknown. It may be that of a proxy, an office or a mobile network.
   */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
}

export interface Identity {
  readonly sub: string;
  readonly username: string;
  readonly groups: readonly string[];
  /** `access` or `id`. */
  readonly tokenUse: string;
  /** When the user signed in, in seconds since 1970; a refresh does not change it. Null if the token does not say. */
  readonly authTime: number | null;
  /** The level of that sign-in, such as `urn:cognito:loa:3`. */
  readonly acr: string | null;
  /** The device that the token was issued to, if devices are tracked. */
  readonly deviceKey: string | null;
}
