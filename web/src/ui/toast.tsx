import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from './icon-button.tsx';

interface Toast {
  readonly id: number;
  readonly tone: 'success' | 'danger';
  readonly text: string;
}

/** How long a toast stays, in milliseconds: time to read two sentences. */
const shownFor = 6_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let nextId = 1;

/** Shows a short message that needs no answer, and reads it out. */
export function toast(text: string, tone: Toast['tone'] = 'success'): void {
  const id = nextId++;
  setToasts([...toasts, { id, tone, text }]);
  setTimeout(() => dismiss(id), shownFor);
}

function dismiss(id: number): void {
  setToasts(toasts.filter((shown) => shown.id !== id));
}

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place where toasts appear. Rendered once, so that the live region exists before its first message. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 top-18 z-50 flex flex-col items-center gap-2 sm:top-auto sm:bottom-4 sm:left-auto sm:items-end"
    >
      {shown.map((item) => (
        <ToastCard key={item.id} item={item} />
      ))}
    </div>
  );
}

function ToastCard({ item }: { item: Toast }) {
  const Icon = item.tone === 'success' ? CircleCheck : CircleAlert;
  return (
    <div className="pointer-events-auto flex w-full max-w-sm items-center gap-3 rounded-lg border border-line bg-surface py-1 pr-1 pl-4 text-sm shadow-floating">
      <Icon aria-hidden className={item.tone === 'success' ? 'size-5 text-success' : 'size-5 text-danger'} />
      <p className="wrap-anywhere min-w-0 flex-1 py-2">{item.text}</p>
      <IconButton label="Dismiss" onClick={() => dismiss(item.id)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  );
}
