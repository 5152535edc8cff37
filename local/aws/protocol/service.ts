import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';

/** The input of an operation. Each operation checks the members that it reads. */
export type Input = Readonly<Record<string, unknown>>;

/** Returns the operation's output, or throws `AwsError`. */
export type Operation = (input: Input) => object;

/** One of the services that functions call. */
export interface Service extends Protocol {
  /** Whether the developer's programs may call it too, with whichever credentials. */
  readonly isForPrograms?: boolean;
  /** The operations by AWS's names. Any other is refused by its name. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** How a service names an operation in a request, and how it formats its answers. */
export interface Protocol {
  /** The operation that a request calls; undefined if the request is for another service. */
  readonly operationOf: (request: HttpRequest) => string | undefined;
  /** The status for a caller with unknown credentials. */
  readonly deniedStatus: number;
  readonly succeed: (output: object) => HttpResponse;
  readonly refuse: (error: AwsError) => HttpResponse;
}

/** A refusal with AWS's text. */
export class AwsError extends Error {
  /** The name of the exception. */
  override readonly name: string;
  readonly status: number;
  /** The exception's members besides its message. */
  readonly members: object;

  constructor(name: string, message: string, { status = 400, members = {} }: { status?: number; members?: object } = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.members = members;
  }
}

/** The refusal of something that AWS supports but the local runtime does not. */
export function notImplemented(what: string): AwsError {
  return new AwsError('NotImplementedException', `${what} is not implemented by the local runtime.`, { status: 501 });
}
