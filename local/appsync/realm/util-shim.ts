/**
 * What the shim may ask the host for. Only strings and numbers are passed, and resolver code never sees these
 * functions.
 */
export interface ShimHost {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly randomHex: (bytes: number) => string;
  readonly base64Encode: (text: string) => string;
  readonly base64Decode: (base64: string) => string;
}

/** How a resolver function ended. */
export type Signal =
  | {
      readonly kind: 'error';
      readonly message: string;
      readonly errorType: string | null;
      readonly data: unknown;
      readonly errorInfo: unknown;
    }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'return'; readonly value: unknown }
  /** `runtime.earlyReturn`: the value of the field, without calling data source and response function. */
  | { readonly kind: 'early'; readonly value: unknown };

/**
 * `util`, `runtime` and `extensions` of @aws-appsync/utils. The source text of this function is compiled inside the
 * realm that resolvers run in, so that it exposes no function of the host. So it must not refer to anything outside
 * itself.
 */
export function shim(host: ShimHost, appended: () => Signal[], authType: () => string): Readonly<Record<string, object>> {
  // Names that resolver code must not see are removed from the realm's global object afterwards.
  const { Proxy: Closed, Reflect: reflect, RegExp: Pattern, TypeError: Fault } = globalThis;
  const { encodeURIComponent: percentEncode, decodeURIComponent: percentDecode } = globalThis;
  const quote = (value: unknown): string => String(value);
  const hex = (bytes: number): string => host.randomHex(bytes);
  const signal = (value: Signal): never => {
    throw value;
  };
  const entry = (message: unknown, type: unknown, data: unknown, info: unknown): Signal => ({
    kind: 'error',
    message: quote(message),
    errorType: type === undefined || type === null ? null : quote(type),
    data: data ?? null,
    errorInfo: info ?? null,
  });
  /** Throws for a member that AppSync has and this endpoint lacks, so that it does not look like an undefined value. */
  const closed = <Members extends object>(name: string, members: Members): Members =>
    new Closed(Object.freeze(members), {
      get(target, key) {
        if (typeof key === 'symbol' || Object.hasOwn(target, key)) return reflect.get(target, key);
        if (key === 'toJSON' || key === 'then') return undefined;
        throw new Fault(`${name}.${key} is not implemented by the local endpoint.`);
      },
    });

  const time = closed('util.time', {
    nowISO8601: () => new Date(host.now()).toISOString(),
    nowEpochSeconds: () => Math.floor(host.now() / 1000),
    nowEpochMilliSeconds: () => host.now(),
    parseISO8601ToEpochMilliSeconds: (text: string) => Date.parse(text),
    epochMilliSecondsToSeconds: (milliseconds: number) => Math.floor(milliseconds / 1000),
    epochMilliSecondsToISO8601: (milliseconds: number) => new Date(milliseconds).toISOString(),
  });

  const util = closed('util', {
    error: (message: unknown, type?: unknown, data?: unknown, info?: unknown) => signal(entry(message, type, data, info)),
    appendError: (message: unknown, type?: unknown, data?: unknown, info?: unknown) =>
      void appended().push(entry(message, type, data, info)),
    unauthorized: () => signal({ kind: 'unauthorized' }),
    authType: () => authType(),
    autoId: () => {
      const random = hex(16);
      const variant = '89ab'.charAt(Number.parseInt(random.charAt(16), 16) & 3);
      return `${random.slice(0, 8)}-${random.slice(8, 12)}-4${random.slice(13, 16)}-${variant}${random.slice(17, 20)}-${random.slice(20)}`;
    },
    isNull: (value: unknown) => value === null || value === undefined,
    isNullOrEmpty: (value: unknown) => value === null || value === undefined || value === '',
    isNullOrBlank: (value: unknown) => value === null || value === undefined || quote(value).trim() === '',
    defaultIfNull: (value: unknown, other: unknown) => value ?? other,
    isString: (value: unknown) => typeof value === 'string',
    isNumber: (value: unknown) => typeof value === 'number',
    isBoolean: (value: unknown) => typeof value === 'boolean',
    isList: (value: unknown) => Array.isArray(value),
    isMap: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
    matches: (pattern: string, text: string) => new Pattern(`^(?:${pattern})$`).test(text),
    urlEncode: (text: string) => percentEncode(text).replaceAll('%20', '+'),
    urlDecode: (text: string) => percentDecode(text.replaceAll('+', ' ')),
    base64Encode: (text: unknown) => host.base64Encode(quote(text)),
    base64Decode: (text: unknown) => host.base64Decode(quote(text)),
    escapeJavaScript: (text: unknown) => JSON.stringify(quote(text)).slice(1, -1).replaceAll("'", "\\'").replaceAll('/', '\\/'),
    time,
    str: closed('util.str', { normalize: (text: string, form: string) => text.normalize(form.toUpperCase()) }),
    math: closed('util.math', {
      roundNum: (value: number) => Math.round(value),
      minVal: (values: number[]) => Math.min(...values),
      maxVal: (values: number[]) => Math.max(...values),
    }),
  });

  const runtime = closed('runtime', { earlyReturn: (value?: unknown) => signal({ kind: 'early', value: value ?? null }) });
  return Object.freeze({ util, runtime, extensions: closed('extensions', {}) });
}
