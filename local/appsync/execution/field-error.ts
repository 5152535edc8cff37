/** An error of one field, as `util.error` creates it: it is listed in `errors[]` with a type, and the field is null. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(message: string, errorType: string | null, data: unknown = null, errorInfo: unknown = null) {
    super(message);
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }
}

/** A resolver's value is not a list although the schema requires one. */
export class TypeMismatch extends Error {
  override readonly name = 'TypeMismatch';
}
