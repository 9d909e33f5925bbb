import { Button } from './button.tsx';
import type { UploadState } from './use-upload.ts';

interface UploadProgressProps {
  state: Exclude<UploadState, { step: 'idle' }>;
  onCancel: () => void;
  onRetry: () => void;
}

/** How far an upload is, or why it failed, with the way out of both. */
export function UploadProgress({ state, onCancel, onRetry }: UploadProgressProps) {
  if (state.step === 'failed') {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 rounded-lg bg-danger-soft p-3 text-sm">
        <p className="wrap-anywhere min-w-0 flex-1 basis-48">
          <span className="font-medium">{state.file.name}</span> was not uploaded. {state.message}
        </p>
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          Put away
        </Button>
      </div>
    );
  }
  const percent = Math.round(state.share * 100);
  return (
    <div className="flex items-center gap-3 rounded-lg bg-sunken p-3 text-sm">
      <div className="min-w-0 flex-1 space-y-1.5">
        <p className="flex justify-between gap-3">
          <span className="truncate font-medium">{state.file.name}</span>
          <span className="text-muted tabular-nums">{percent} %</span>
        </p>
        <progress
          aria-label={`Uploading ${state.file.name}`}
          max={100}
          value={percent}
          className="progress-bar"
        />
      </div>
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
