import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

interface Announcer {
  /** Shows what has just happened on this screen, and lets screen readers announce it. */
  readonly announce: (text: string) => void;
  /** Does so on the next screen. */
  readonly announceNext: (text: string) => void;
  /** Each screen calls this with its title, so that messages of the screen before it disappear. */
  readonly showScreen: (title: string) => void;
}

const AnnouncerContext = createContext<Announcer>({ announce: () => {}, announceNext: () => {}, showScreen: () => {} });

export function useAnnouncer(): Announcer {
  return useContext(AnnouncerContext);
}

const shownMs = 8_000;

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', at: 0 });
  const next = useRef('');
  const screen = useRef('');
  const announcer = useMemo((): Announcer => {
    const announce = (text: string): void => setSaid({ text, at: Date.now() });
    return {
      announce,
      announceNext: (text) => {
        next.current = text;
      },
      showScreen: (title) => {
        if (screen.current === title) return;
        screen.current = title;
        announce(next.current);
        next.current = '';
      },
    };
  }, []);
  useEffect(() => {
    if (said.text === '') return;
    const timer = setTimeout(() => setSaid({ text: '', at: 0 }), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnouncerContext value={announcer}>
      {children}
      {/* Always there, because screen readers read only changes of a live region. */}
      <div role="status" className="toast">
        {said.text && <p key={said.at}>{said.text}</p>}
      </div>
    </AnnouncerContext>
  );
}
