import { type ReactNode, type RefObject, useRef } from 'react';
import { apiErrorOf } from '../../../auth/api-error.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** For `useHeading`. */
  readonly heading?: RefObject<HTMLHeadingElement | null>;
}

/** A card of the account page. */
export function Section({ id, title, children, className, heading }: SectionProps) {
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface Heading {
  readonly ref: RefObject<HTMLHeadingElement | null>;
  /** For when the element that had the focus is gone. */
  readonly focus: () => void;
}

export function useHeading(): Heading {
  const ref = useRef<HTMLHeadingElement>(null);
  return { ref, focus: () => ref.current?.focus() };
}

interface LoadedProps<Data> {
  /** The result of `useQuery`. */
  readonly query: {
    readonly data?: Data | undefined;
    readonly error?: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: Data) => ReactNode;
}

/** The answer of a query; until then, that it is loading; or the error, with a button to try again. */
export function Loaded<Data>({ query: { data, error, refetch }, children }: LoadedProps<Data>) {
  if (data) return children(data);
  if (!error) return <p role="status">Loading …</p>;
  return (
    <div className="notice error">
      <p role="alert">{apiErrorOf(error).message}</p>
      <button type="button" className="secondary" onClick={() => void refetch().catch(() => {})}>
        Try again
      </button>
    </div>
  );
}
