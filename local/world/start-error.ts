/** Why the runtime cannot start. The message is for people: one line that says what to do. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}
