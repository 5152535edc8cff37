import { type ReactNode, useEffect, useRef } from 'react';

const siteName = 'Cognito GraphQL';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/**
 * A screen with its heading. When one screen replaces another the focus goes to the new heading, and the title of the document says where one
 * is; the first screen of a visit leaves the focus where the browser has it.
 */
export function Card({ title, children, wide = false }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isFirst = document.documentElement.dataset['visited'] === undefined;
    document.documentElement.dataset['visited'] = '';
    document.title = `${title} · ${siteName}`;
    if (!isFirst) heading.current?.focus();
  }, [title]);
  return (
    <main className={wide ? 'page' : 'card'}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

/** While something is on its way that decides what is shown. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <main className="card waiting">
      <span className="spinner" aria-hidden="true" />
      <p role="status">{children}</p>
    </main>
  );
}
