import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { AnnouncerProvider } from './announcer.tsx';
import { FrameContext } from './screen.tsx';

interface DialogProps {
  readonly children: ReactNode;
  /** Called when the user closes it: by the Escape key, or by the button. */
  readonly onClose: () => void;
}

/** A dialog with the browser's own keyboard and focus. Its title is that of the `Card` inside. */
export function Dialog({ children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // While it is still in the document, so that the focus goes back to where it was.
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {/* A message outside would be behind the backdrop, and no screen reader says what is outside. */}
      <AnnouncerProvider>
        <FrameContext value={titleId}>{children}</FrameContext>
      </AnnouncerProvider>
      <button type="button" className="quiet" onClick={onClose}>
        Cancel
      </button>
    </dialog>
  );
}
