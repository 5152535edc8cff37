import { StartError } from '../world/start-error.ts';
import { type Listener, type ListenOptions, listen } from './http.ts';
import type { HttpHandler, HttpResponse } from './http-message.ts';

export interface PortOptions extends ListenOptions {
  /** The variable that sets the port, for the error text. */
  readonly variable: string;
  readonly unavailable: HttpResponse;
}

export interface Port {
  /** The port that was opened. Rejects with `PortError`. */
  readonly port: Promise<number>;
  /** Starts handling requests, beginning with those that came earlier. */
  serve(handler: HttpHandler): void;
  close(): Promise<void>;
}

/** A port that cannot be opened. The message names it and the variable that sets it. */
class PortError extends StartError {
  override readonly name = 'PortError';
}

/** Opens a port at once; its requests wait until there is a handler. */
export function openPort({ port, variable, ...options }: PortOptions): Port {
  let handle: HttpHandler | undefined;
  let serve = (_: HttpHandler): void => undefined;
  const served = new Promise<HttpHandler>((resolve) => {
    serve = resolve;
  });
  const listening = listen((request) => (handle === undefined ? served.then((first) => first(request)) : handle(request)), {
    port,
    ...options,
  });
  return {
    port: listening.then(
      (listener) => listener.port,
      (cause: unknown) => {
        throw new PortError(`${reason(cause, port)} Set ${variable} to another port.`, { cause });
      },
    ),
    serve: (handler) => {
      handle = handler;
      serve(handler);
    },
    close: () => {
      // For callers who still wait although no service was started.
      serve(() => Promise.resolve(options.unavailable));
      return listening.then(closeListener, () => undefined);
    },
  };
}

function closeListener(listener: Listener): Promise<void> {
  return listener.close();
}

function reason(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'EADDRINUSE' ? `Port ${port} is already in use.` : `Port ${port} cannot be opened (${String(code)}).`;
}
