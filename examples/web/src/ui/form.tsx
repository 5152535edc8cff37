import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { ApiError, apiErrorOf } from '../auth/api-error.ts';

interface FormState {
  readonly error: ApiError | null;
  /** The value of the button that was pressed, during its request; otherwise null. */
  readonly busy: string | null;
}

const FormContext = createContext<FormState>({ error: null, busy: null });

export interface FormProps {
  /** `way` is the value of the button that was pressed. A rejection is shown in the form. */
  readonly onSubmit: (fields: Fields, way: string) => Promise<unknown>;
  readonly children: ReactNode;
  /** Shown below the text of an error: what to do about it. */
  readonly help?: (error: ApiError) => ReactNode;
  readonly label?: string;
  /** Whether its first field takes the focus when it appears, since the button that opened it is gone. */
  readonly takesFocus?: boolean;
}

/** The value of an input by its name; empty if there is none. */
export type Fields = (name: string) => string;

/** After these codes the password is cleared; everything else that was typed stays. */
const refusedSecrets = new Set(['INVALID_CREDENTIALS']);

/**
 * One form, one request at a time. During a request the inputs are read-only and the buttons do nothing, but none is
 * `disabled`: the browser would take the focus away, and keyboard users would have to start again from the top.
 * After an error, what was typed is still there. The error is beside its field, or above all fields, and the first
 * field to correct has the focus.
 */
export function Form({ onSubmit, children, help, label, takesFocus = false }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // A ref, because a second submission may come before the next render.
  const isBusy = useRef(false);
  const [{ error, busy }, setState] = useState<FormState>({ error: null, busy: null });
  // Nobody would see an error beside a hidden field, such as the name for password managers.
  const place = error?.field && `[name="${CSS.escape(error.field)}"]:not([hidden])`;
  const isAtField = place ? Boolean(form.current?.querySelector(place)) : false;

  useEffect(() => {
    if (error && form.current) focusOn(form.current, error);
  }, [error]);

  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLInputElement>('input:not([hidden])')?.focus();
  }, [takesFocus]);

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
  // What is no input of this page, such as a captcha, says so itself.
  const named =
    inputs.find(({ name }) => name === error.field) ??
    form.querySelector<HTMLElement>(`[data-asks-for="${CSS.escape(error.field ?? '')}"]`);
  (named ?? secret ?? inputs.find(({ tabIndex }) => tabIndex >= 0) ?? form.querySelector('button'))?.focus();
}

/** What an input of this name needs to show its error. */
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
  readonly look?: 'primary' | 'secondary' | 'danger' | `provider ${string}`;
}

/** A button that sends its form, with a spinner during the request. */
export function Submit({ children, way = '', look = 'primary' }: SubmitProps) {
  const { busy } = useContext(FormContext);
  return (
    <button type="submit" value={way} className={look} aria-disabled={busy === null ? undefined : true}>
      {busy === way && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}
