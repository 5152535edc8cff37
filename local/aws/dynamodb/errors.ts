/** A refusal as DynamoDB words it; the name is the exception's. */
export class DynamoDbError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, message: string, status = 400) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

export function invalid(message: string): DynamoDbError {
  return new DynamoDbError('ValidationException', message);
}

/** What DynamoDB has and the local runtime has not. */
export function notImplemented(what: string): DynamoDbError {
  return new DynamoDbError('NotImplementedException', `${what} is not implemented by the local runtime.`, 501);
}
