import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '../auth/api-error.ts';
import { apiErrorOf } from '../auth/apollo.ts';

interface FormState {
  readonly error: ApiError | null;
  readonly pending: boolean;
}

const FormContext = createContext<FormState>({ error: null, pending: false });

export interface FormProps {
  /** `way` is the value of the button that was pressed. Rejects with why it did not work. */
  readonly onSubmit: (fields: Fields, way: string) => Promise<unknown>;
  readonly children: ReactNode;
  /** A way out of an error, below its text. */
  readonly help?: (error: ApiError) => ReactNode;
  readonly label?: string;
}

/** The value of an input by its name; empty where there is none. */
export type Fields = (name: string) => string;

/** Secrets that were refused are typed anew; everything else stays. */
const refusedSecrets = new Set(['INVALID_CREDENTIALS']);

/**
 * One form, one request at a time. While it is under way nothing can be changed; after an error what was typed is still there, the error is
 * beside its field or above them all, and the focus in the first field that needs another look.
 */
export function Form({ onSubmit, children, help, label }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [{ error, pending }, setState] = useState<FormState>({ error: null, pending: false });
  const isAtField = error?.field ? Boolean(form.current?.querySelector(`[name="${CSS.escape(error.field)}"]`)) : false;

  useEffect(() => {
    if (error && !pending && form.current) focusOn(form.current, error);
  }, [error, pending]);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const way = submitter instanceof HTMLButtonElement ? submitter.value : '';
    const data = new FormData(event.currentTarget);
    const wrong = event.currentTarget.querySelector<HTMLInputElement>(':is(input, textarea):invalid');
    if (wrong) {
      setState({ error: new ApiError('INVALID_INPUT', wrong.validationMessage, { field: wrong.name }), pending: false });
      return;
    }
    setState({ error: null, pending: true });
    try {
      await onSubmit((name) => String(data.get(name) ?? ''), way);
      setState({ error: null, pending: false });
    } catch (refusal) {
      setState({ error: apiErrorOf(refusal), pending: false });
    }
  }

  return (
    <FormContext value={{ error, pending }}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate aria-label={label} aria-busy={pending}>
        <div role="alert">
          {error && !isAtField && (
            <p className="notice error" data-code={error.code}>
              {error.message}
            </p>
          )}
        </div>
        {error && help?.(error)}
        <fieldset disabled={pending}>{children}</fieldset>
      </form>
    </FormContext>
  );
}

function focusOn(form: HTMLFormElement, error: ApiError): void {
  const inputs = [
    ...form.querySelectorAll<HTMLInputElement>(':is(input, textarea):not([type=hidden], [type=radio], [type=checkbox])'),
  ];
  const secret = inputs.find(({ autocomplete }) => autocomplete === 'current-password');
  if (secret && refusedSecrets.has(error.code)) secret.value = '';
  const named = inputs.find(({ name }) => name === error.field);
  (named ?? secret ?? inputs.find(({ tabIndex }) => tabIndex >= 0) ?? form.querySelector('button'))?.focus();
}

/** What an input of this name needs to show its error: the text's id, and whether it is wrong. */
export function useFieldError(name: string): { errorId: string; message: string | null } {
  const { error } = useContext(FormContext);
  const errorId = useId();
  return { errorId, message: error?.field === name ? error.message : null };
}

export function usePending(): boolean {
  return useContext(FormContext).pending;
}

interface SubmitProps {
  readonly children: ReactNode;
  readonly way?: string;
  readonly look?: 'primary' | 'secondary' | 'danger';
}

/** A button that sends its form. */
export function Submit({ children, way = '', look = 'primary' }: SubmitProps) {
  return (
    <button type="submit" value={way} className={look}>
      {children}
    </button>
  );
}
