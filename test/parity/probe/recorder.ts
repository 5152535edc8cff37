import { type CognitoIdentityProvider, CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import type { Step } from './story.ts';
import { type Names, withoutVolatile } from './volatile.ts';

export interface Recorder {
  readonly steps: Step[];
  quietly<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Lets the client go, which the next story may use. */
  stop(): void;
}

const name = 'recorder';

/** Has the SDK's client write down every call and its answer. */
export function recorder(cognito: CognitoIdentityProvider, names: Names): Recorder {
  const steps: Step[] = [];
  let isQuiet = false;
  cognito.middlewareStack.add(
    (next, context) => async (args) => {
      if (isQuiet) return next(args);
      const asked = {
        operation: (context.commandName ?? '').replace(/Command$/, ''),
        input: withoutVolatile(args.input, names),
      };
      try {
        const result = await next(args);
        steps.push({ ...asked, output: withoutVolatile(result.output, names) });
        return result;
      } catch (error) {
        // What is not the service's answer, such as a broken connection, is no part of a recording.
        if (error instanceof CognitoIdentityProviderServiceException) steps.push({ ...asked, refused: refusalOf(error, names) });
        throw error;
      }
    },
    { step: 'initialize', name },
  );
  return {
    steps,
    async quietly(work) {
      isQuiet = true;
      try {
        return await work();
      } finally {
        isQuiet = false;
      }
    },
    stop: () => cognito.middlewareStack.remove(name),
  };
}

function refusalOf(error: Error, names: Names): { name: string; message: string } {
  return { name: error.name, message: String(withoutVolatile(error.message, names)) };
}

/** Waits for an answer that may be a refusal: the recording has both. Undefined where the service refused. */
export async function told<Output>(call: Promise<Output>): Promise<Output | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CognitoIdentityProviderServiceException) return undefined;
    throw error;
  }
}
