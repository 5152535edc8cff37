/** Whether a page was refused because its token is too old. Cognito has no exception of its own for it. */
export function isStaleToken(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidParameterException';
}
