import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

interface Announcer {
  /** Says what has just happened on this screen, to eyes and to screen readers alike. */
  readonly announce: (text: string) => void;
  /** Says it on the screen that comes next. */
  readonly announceNext: (text: string) => void;
  /** Called by each screen, by its title: what was said on the one before it is over. */
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
      {/* There before it says something: only a change of a live region is read out. */}
      <div role="status" className="toast">
        {said.text && <p key={said.at}>{said.text}</p>}
      </div>
    </AnnouncerContext>
  );
}
