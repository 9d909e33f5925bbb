import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { classNames } from '../lib/class-names.ts';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What it is about, in a sentence or two. */
  description: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A question that must be answered before going on. Traps and returns the focus; Escape closes. */
export function Dialog({ open, onClose, title, description, wide = false, children }: DialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup
          className={classNames(
            'fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[85dvh] -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-floating outline-none',
            'transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
            wide ? 'max-w-3xl' : 'max-w-md',
          )}
        >
          <AlertDialog.Title className="wrap-anywhere font-semibold text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="wrap-anywhere mt-2 text-muted text-sm">
            {description}
          </AlertDialog.Description>
          {children}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** The row of answers at a dialog's end; one below the other on a phone. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">{children}</div>;
}
