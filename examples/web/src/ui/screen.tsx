import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useAnnouncer } from './announcer.tsx';

const siteName = 'Cognito GraphQL';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** The id for the title of a dialog; null on the page itself. */
export const FrameContext = createContext<string | null>(null);

/** A screen with its heading, on the page or in a dialog. */
export function Card(props: CardProps) {
  const titleId = useContext(FrameContext);
  return titleId === null ? <Screen {...props} /> : <DialogScreen {...props} titleId={titleId} />;
}

/**
 * When one screen of a dialog replaces another, the focus moves to its first field, such as the one for a code, or to
 * its heading if it starts with a choice. The screen is a group that is named by its heading, so screen readers read
 * the heading when the focus enters it.
 */
function DialogScreen({ title, titleId, children }: CardProps & { readonly titleId: string }) {
  const screen = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const { current } = screen;
    // The first screen leaves it where the dialog has put it.
    if (current === null || current.closest('dialog')?.contains(document.activeElement)) return;
    const first = current.querySelector<HTMLElement>('form :is(input:not([hidden]), button)');
    (first instanceof HTMLInputElement ? first : current.querySelector('h2'))?.focus();
  }, []);
  return (
    <fieldset className="screen" ref={screen} aria-labelledby={titleId}>
      <h2 id={titleId} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </fieldset>
  );
}

/**
 * When one screen replaces another, the focus moves to the new heading, and the title of the document names the screen.
 * The first screen of a visit leaves the focus where the browser has it.
 */
function Screen({ title, children, wide = false }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { showScreen } = useAnnouncer();
  useEffect(() => {
    const isFirst = isFirstScreen();
    document.documentElement.dataset['visited'] = '';
    document.title = `${title} · ${siteName}`;
    if (!isFirst) heading.current?.focus();
    showScreen(title);
  }, [title, showScreen]);
  return (
    <main className={wide ? 'page' : 'card'}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}

/** To be called when the element that had the focus is gone. */
export function focusHeading(): void {
  document.querySelector('h1')?.focus();
}

function isFirstScreen(): boolean {
  return document.documentElement.dataset['visited'] === undefined;
}

/**
 * Shown while the next screen loads. Between two screens it holds the focus, which would otherwise move to the body.
 */
export function Waiting({ children }: { children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isFirstScreen()) main.current?.focus();
  }, []);
  return (
    <main className="card waiting" ref={main} tabIndex={-1}>
      <span className="spinner" aria-hidden="true" />
      <p role="status">{children}</p>
    </main>
  );
}
