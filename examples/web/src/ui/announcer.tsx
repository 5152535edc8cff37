import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

const AnnouncerContext = createContext<(text: string) => void>(() => {});

/** Says what has just happened, to eyes and to screen readers alike. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnouncerContext);
}

const shownMs = 8_000;

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', at: 0 });
  const announce = useCallback((text: string) => setSaid({ text, at: Date.now() }), []);
  useEffect(() => {
    if (said.text === '') return;
    const timer = setTimeout(() => setSaid({ text: '', at: 0 }), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <AnnouncerContext value={announce}>
      {children}
      {/* There before it says something: only a change of a live region is read out. */}
      <div role="status" className="toast">
        {said.text && <p key={said.at}>{said.text}</p>}
      </div>
    </AnnouncerContext>
  );
}
