import type { ReactNode } from 'react';

/** Names and values, one below the other. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="rows">{children}</dl>;
}

interface RowProps {
  readonly name: string;
  readonly children: ReactNode;
  /** What can be done about the value. */
  readonly button?: ReactNode;
}

export function Row({ name, children, button }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {button}
      </dd>
    </div>
  );
}

interface RowButtonProps {
  /** What the button refers to, for screen readers that read it without its row. */
  readonly what: string;
  readonly children: ReactNode;
  readonly onClick: () => void;
}

export function RowButton({ what, children, onClick }: RowButtonProps) {
  return (
    <button type="button" className="quiet" onClick={onClick}>
      {children}
      <span className="visually-hidden"> {what.toLowerCase()}</span>
    </button>
  );
}
