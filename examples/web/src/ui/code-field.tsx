import { type ClipboardEvent, type ReactNode, useRef } from 'react';
import { codeIn } from './code.ts';
import { Field } from './fields.tsx';
import { DevInbox } from './on-laptop.tsx';

interface CodeFieldProps {
  readonly label?: string;
  readonly hint?: ReactNode;
  /** The number of digits of the code, if it is certain. Then the form is sent as soon as all are entered, once. */
  readonly digits?: number;
  /**
   * Name, address or number of the user who received the code; empty if unknown, absent if the code is not in a
   * message.
   */
  readonly sentTo?: string;
  /** Shown between the field and the local inbox. */
  readonly children?: ReactNode;
}

/** A code, typed or pasted in any form in which messages show it, or filled in by the browser. */
export function CodeField({ label = 'Code', hint, digits, sentTo, children }: CodeFieldProps) {
  const isSent = useRef(false);
  const box = useRef<HTMLDivElement>(null);

  function take(input: HTMLInputElement, text: string): void {
    const code = codeIn(text, digits);
    if (code !== input.value) input.value = code;
    if (digits === undefined || !/^\d+$/.test(code) || code.length !== digits || isSent.current) return;
    isSent.current = true;
    input.form?.requestSubmit();
  }

  /** An input drops the line breaks of a pasted text, which may join two numbers. So the code is found before that. */
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const code = codeIn(event.clipboardData.getData('text'), digits);
    const isWhole = /^\d+$/.test(code) && code.length >= (digits ?? 6);
    if (!isWhole || event.currentTarget.readOnly) return;
    event.preventDefault();
    take(event.currentTarget, code);
  }

  function use(code: string): void {
    const input = box.current?.querySelector('input');
    if (!input || input.readOnly) return;
    input.focus();
    take(input, code);
  }

  return (
    <div className="code-field" ref={box}>
      <Field
        label={label}
        name="code"
        hint={hint}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        className="code"
        onPaste={paste}
        onInput={({ currentTarget, nativeEvent }) => {
          // Changing the value would break an input method's composition.
          if ('isComposing' in nativeEvent && nativeEvent.isComposing) return;
          take(currentTarget, currentTarget.value);
        }}
        onCompositionEnd={({ currentTarget }) => take(currentTarget, currentTarget.value)}
      />
      {children}
      {sentTo !== undefined && <DevInbox of={sentTo} onCode={use} />}
    </div>
  );
}
