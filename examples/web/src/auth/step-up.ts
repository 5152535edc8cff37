import { ApiError, type StepUpDemand } from './api-error.ts';

/** A request to sign in again, which the page shows to the user. */
export interface Pending {
  readonly demand: StepUpDemand;
  readonly done: () => void;
  readonly cancel: () => void;
}

export interface StepUp {
  /** Resolves when the user has proved who they are. Rejects with `CANCELLED` if they decline. */
  ask(demand: StepUpDemand): Promise<void>;
  pending(): Pending | null;
  subscribe(listener: () => void): () => void;
}

/** Connects operations that require a recent sign-in with the dialog that asks for it. */
export function createStepUp(): StepUp {
  const listeners = new Set<() => void>();
  let pending: Pending | null = null;
  let answer: Promise<void> | null = null;

  function become(next: Pending | null): void {
    pending = next;
    for (const listener of listeners) listener();
  }

  return {
    ask(demand) {
      // Operations that are sent together share one request.
      answer ??= new Promise<void>((resolve, reject) => {
        become({
          demand,
          done: resolve,
          cancel: () => reject(new ApiError('CANCELLED', 'You did not confirm that it is you, so nothing was changed.')),
        });
      }).finally(() => {
        answer = null;
        become(null);
      });
      return answer;
    },
    pending: () => pending,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
