import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { ApiError, apiErrorOf } from '../auth/api-error.ts';

interface FormState {
  readonly error: ApiError | null;
  /** The value of the button whose work is under way; null while there is none. */
  readonly busy: string | null;
}

const FormContext = createContext<FormState>({ error: null, busy: null });

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
 * One form, one request at a time. During a request the inputs are read-only and the buttons do nothing, but none is
 * `disabled`: the browser would take the focus away, and keyboard users would have to start again from the top.
 * After an error what was typed is still there, the error is beside its field or above them all, and the first field
 * that needs another look has the focus.
 */
export function Form({ onSubmit, children, help, label }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // A ref, because a second submission may come before the next render.
  const isBusy = useRef(false);
  const [{ error, busy }, setState] = useState<FormState>({ error: null, busy: null });
  // Not at a hidden one, such as the name for password managers: nobody would see it.
  const place = error?.field && `[name="${CSS.escape(error.field)}"]:not([hidden])`;
  const isAtField = place ? Boolean(form.current?.querySelector(place)) : false;

  useEffect(() => {
    if (error && form.current) focusOn(form.current, error);
  }, [error]);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (isBusy.current) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const first = event.currentTarget.querySelector<HTMLButtonElement>('button[type=submit]');
    const way = (submitter instanceof HTMLButtonElement ? submitter : first)?.value ?? '';
    const data = new FormData(event.currentTarget);
    const wrong = event.currentTarget.querySelector<HTMLInputElement>(':is(input, textarea):invalid');
    if (wrong) {
      setState({ error: new ApiError('INVALID_INPUT', faultOf(wrong), { field: wrong.name }), busy: null });
      return;
    }
    isBusy.current = true;
    setState({ error: null, busy: way });
    let refused: ApiError | null = null;
    try {
      await onSubmit((name) => String(data.get(name) ?? ''), way);
    } catch (refusal) {
      refused = apiErrorOf(refusal);
    }
    isBusy.current = false;
    setState({ error: refused, busy: null });
  }

  return (
    <FormContext value={{ error, busy }}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate aria-label={label} aria-busy={busy !== null}>
        <div role="alert">
          {error && !isAtField && (
            <p className="notice error" data-code={error.code}>
              {error.message}
            </p>
          )}
        </div>
        {error && help?.(error)}
        <fieldset>{children}</fieldset>
      </form>
    </FormContext>
  );
}

/** What is wrong with an input, named by its label. The browser's own text may be in another language than the page. */
function faultOf(input: HTMLInputElement): string {
  const { validity, minLength, type, validationMessage } = input;
  const label = `“${input.labels?.[0]?.textContent ?? input.name}”`;
  if (validity.valueMissing) return `Fill in ${label}.`;
  if (validity.tooShort) return `${label} must have at least ${minLength} characters.`;
  if (validity.typeMismatch && type === 'email') return `${label} must be an address such as name@example.com.`;
  return validationMessage;
}

function focusOn(form: HTMLFormElement, error: ApiError): void {
  const inputs = [
    ...form.querySelectorAll<HTMLInputElement>(':is(input, textarea):not([hidden], [type=radio], [type=checkbox])'),
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
  return useContext(FormContext).busy !== null;
}

interface SubmitProps {
  readonly children: ReactNode;
  readonly way?: string;
  readonly look?: 'primary' | 'secondary' | 'danger';
}

/** A button that sends its form, and shows that it is at work. */
export function Submit({ children, way = '', look = 'primary' }: SubmitProps) {
  const { busy } = useContext(FormContext);
  return (
    <button type="submit" value={way} className={look} aria-disabled={busy === null ? undefined : true}>
      {busy === way && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
