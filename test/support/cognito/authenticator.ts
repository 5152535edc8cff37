import { createHash, generateKeyPairSync, type JsonWebKey, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A software passkey provider (WebAuthn Level 3 §6) with real keys, CBOR and signatures. Tests can make it lie. */
export interface Authenticator {
  /** The JSON of `navigator.credentials.create`. */
  create(options: unknown, lies?: Lies): RegistrationJson;
  /** The JSON of `navigator.credentials.get`. */
  get(options: RequestOptions, lies?: Lies): AssertionJson;
  readonly credentialId: string;
}

export interface CreationOptions {
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
  readonly challenge: string;
}

export interface RequestOptions {
  readonly rpId: string;
  readonly challenge: string;
}

/** What to say instead of what an honest browser and authenticator would. */
export interface Lies {
  readonly origin?: string;
  readonly crossOrigin?: boolean;
  readonly type?: string;
  readonly challenge?: string;
  readonly rpId?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly signCount?: number;
  readonly userHandle?: string | null;
  readonly attestation?: { readonly fmt: string; readonly attStmt: Map<Cbor, Cbor> };
  readonly publicKey?: Map<Cbor, Cbor>;
  readonly authenticatorDataSigned?: Uint8Array;
}

/** A type, not an interface, since the SDK's documents allow any member. */
type RegistrationJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly authenticatorAttachment: string;
  readonly clientExtensionResults: Record<string, never>;
  readonly response: { readonly clientDataJSON: string; readonly attestationObject: string; readonly transports: string[] };
};

interface AssertionJson {
  readonly id: string;
  readonly rawId: string;
  readonly type: string;
  readonly clientExtensionResults: object;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string | null;
  };
}

export interface Made {
  /** Default ES256. */
  readonly algorithm?: 'ES256' | 'RS256';
  /** Default true: a passkey that its provider synchronises between devices. */
  readonly synchronised?: boolean;
  /** The count before the first use. Default 0, as for platform authenticators, which do not count. */
  readonly counter?: number;
  readonly userVerified?: boolean;
}

export function authenticator({
  algorithm = 'ES256',
  synchronised = true,
  counter = 0,
  userVerified = true,
}: Made = {}): Authenticator {
  const keys =
    algorithm === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const id = randomBytes(32);
  const credentialId = id.toString('base64url');
  let count = counter;
  let handle = '';
  const counted = () => (counter === 0 ? 0 : count++);
  const data = (rpId: string, lies: Lies, attested?: Buffer) => {
    const flags =
      (lies.userPresent === false ? 0 : 0x01) |
      ((lies.userVerified ?? userVerified) ? 0x04 : 0) |
      (synchronised ? 0x18 : 0) |
      (attested ? 0x40 : 0);
    const signCount = Buffer.alloc(4);
    signCount.writeUInt32BE(lies.signCount ?? counted());
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.of(flags), signCount, attested ?? Buffer.alloc(0)]);
  };
  const clientData = (type: string, rpId: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? `https://${rpId}`,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    );
  return {
    credentialId,
    create(options, lies = {}) {
      // From the service; a missing member fails here.
      const { rp, user, challenge } = options as CreationOptions;
      handle = user.id;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cbor(lies.publicKey ?? cose(keys.publicKey))]);
      const { fmt, attStmt } = lies.attestation ?? { fmt: 'none', attStmt: new Map() };
      const attestationObject = cbor(
        new Map<Cbor, Cbor>([
          ['fmt', fmt],
          ['attStmt', attStmt],
          ['authData', data(rp.id, lies, attested)],
        ]),
      );
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', rp.id, challenge, lies).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal', 'hybrid'],
        },
      };
    },
    get({ rpId, challenge }, lies = {}) {
      const clientDataJSON = clientData('webauthn.get', rpId, challenge, lies);
      const authenticatorData = data(rpId, lies);
      const signed = Buffer.concat([lies.authenticatorDataSigned ?? authenticatorData, sha256(clientDataJSON)]);
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientDataJSON.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: sign('sha256', signed, keys.privateKey).toString('base64url'),
          userHandle: lies.userHandle === undefined ? handle : lies.userHandle,
        },
      };
    },
  };
}

export type Cbor = number | string | Uint8Array | readonly Cbor[] | Map<Cbor, Cbor>;

/** The part of RFC 8949 that authenticators write. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
  return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of((major << 5) | length);
  if (length < 0x100) return Buffer.of((major << 5) | 24, length);
  return Buffer.of((major << 5) | 25, length >> 8, length & 0xff);
}

/** RFC 9053 §7 and RFC 8230 §4. */
export function cose(publicKey: KeyObject): Map<Cbor, Cbor> {
  const jwk: JsonWebKey = publicKey.export({ format: 'jwk' });
  const bytes = (part: string | undefined) => Buffer.from(part ?? '', 'base64url');
  if (jwk.kty === 'RSA') {
    return new Map<Cbor, Cbor>([
      [1, 3],
      [3, -257],
      [-1, bytes(jwk.n)],
      [-2, bytes(jwk.e)],
    ]);
  }
  return new Map<Cbor, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(jwk.x)],
    [-3, bytes(jwk.y)],
  ]);
}

function sha256(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
