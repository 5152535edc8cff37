import type { HttpRequest, HttpResponse } from '../../http/http-message.ts';

/** What a request asks of an operation. Each operation checks the members that it reads. */
export type Input = Readonly<Record<string, unknown>>;

/** Answers with the operation's output, or throws `AwsError`. */
export type Operation = (input: Input) => object;

/** One of the services that functions call. */
export interface Service extends Protocol {
  /** By AWS's own names. What is not here is refused by its name. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** How a service names an operation in a request, and how it words its answers. */
export interface Protocol {
  /** The operation that a request calls; undefined when it is meant for another service. */
  readonly operationOf: (request: HttpRequest) => string | undefined;
  /** The status for a caller whose credentials are not known. */
  readonly deniedStatus: number;
  readonly succeed: (output: object) => HttpResponse;
  readonly refuse: (error: AwsError) => HttpResponse;
}

/** A refusal in the words of AWS. */
export class AwsError extends Error {
  /** The exception's. */
  override readonly name: string;
  readonly status: number;
  /** What the exception has besides its message. */
  readonly members: object;

  constructor(name: string, message: string, { status = 400, members = {} }: { status?: number; members?: object } = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.members = members;
  }
}

/** The refusal of something that the service of AWS has and the laptop has not. */
export function notImplemented(what: string): AwsError {
  return new AwsError('NotImplementedException', `${what} is not implemented by the local runtime.`, { status: 501 });
}
