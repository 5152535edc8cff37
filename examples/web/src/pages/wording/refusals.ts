import { ApiError, apiErrorOf } from '../../auth/api-error.ts';

type Retold = Partial<Pick<ApiError, 'message' | 'field'>>;

/** The same refusal with another message or at another input. If `retell` returns nothing, the refusal is unchanged. */
export function retold(refusal: unknown, retell: (error: ApiError) => Retold | undefined): ApiError {
  const error = apiErrorOf(refusal);
  const { message = error.message, field = error.field } = retell(error) ?? {};
  return new ApiError(error.code, message, { field, retryable: error.retryable, cause: error });
}
