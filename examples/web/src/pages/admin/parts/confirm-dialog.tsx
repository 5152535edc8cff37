import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSettings } from '../../../site/settings-context.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Fields, Form, Submit } from '../../../ui/form.tsx';
import { Card } from '../../../ui/screen.tsx';
import { useHeading } from '../../account/card/section.tsx';
import { retold } from '../../wording/refusals.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, in full sentences. */
  readonly children: ReactNode;
  /** What the button says. */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** What has to be filled in. */
  readonly inputs?: ReactNode;
  /** `evenIfLast`: whether the administrator has been told that they are the last one, and means it. */
  readonly onConfirm: (fields: Fields, evenIfLast: boolean) => Promise<void>;
  readonly onClose: () => void;
}

const even = 'evenIfLast';

/** Says what an act will do before it is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, action, isDangerous = false, inputs, onConfirm, onClose } = props;
  const { adminGroup } = useSettings().config;
  const [isLast, setLast] = useState(false);
  const look = isDangerous ? 'danger' : 'primary';

  async function submit(fields: Fields, way: string): Promise<void> {
    try {
      await onConfirm(fields, way === even);
    } catch (refusal) {
      throw retold(refusal, ({ code }) => {
        if (code !== 'LAST_ADMINISTRATOR') return undefined;
        setLast(true);
        return { message: lastAdministrator(adminGroup) };
      });
    }
  }

  return (
    <Dialog onClose={onClose}>
      <Card title={title}>
        {children}
        <Form onSubmit={submit} takesFocus={inputs !== undefined}>
          {inputs}
          <Submit look={look}>{action}</Submit>
          {/* After the other button, which has the focus: pressing Enter twice does not get here. */}
          {isLast && (
            <Submit way={even} look="danger">
              {action} anyway
            </Submit>
          )}
        </Form>
      </Card>
    </Dialog>
  );
}

function lastAdministrator(group: string | null): string {
  return `You are the last administrator. Afterwards nobody can administer users here until somebody with rights in AWS adds a user to the group “${group}”.`;
}

/**
 * The heading of a section whose buttons open dialogs. It gets the focus when a dialog has closed and the button that
 * opened it is gone.
 */
export function useHeadingAfter(isOpen: boolean) {
  const { ref } = useHeading();
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) ref.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, ref]);
  return ref;
}
