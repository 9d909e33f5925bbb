import { type ReactNode, useEffect, useRef, useState } from 'react';
import { errorText } from '../lib/error-text.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { keepFocus } from './keep-focus.ts';

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  description: ReactNode;
  /** What the confirming button says: a verb. */
  confirmLabel: string;
  /** Nothing is lost by it, so that the button warns of nothing. */
  harmless?: boolean;
  /** Runs the action; the dialog stays open, with the reason, when it fails. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something that matters. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  confirmLabel,
  harmless = false,
  onConfirm,
}: ConfirmDialogProps) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  // What was confirmed may take away the dialog, and the button that opened it.
  const wasOpen = useRef(false);
  if (open) wasOpen.current = true;
  useEffect(
    () => () => {
      if (wasOpen.current) keepFocus();
    },
    [],
  );

  const close = () => {
    if (pending) return;
    setFailure(undefined);
    onClose();
  };

  const confirm = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog open={open} onClose={close} title={title} description={description}>
      <div role="alert">{failure && <p className="mt-3 text-danger text-sm">{failure}</p>}</div>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button variant={harmless ? 'primary' : 'danger'} onClick={confirm} pending={pending}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
