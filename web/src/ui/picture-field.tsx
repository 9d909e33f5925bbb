import type { Picture } from '@portico/client';
import { useState } from 'react';
import { pictureTypes, refuseFile, type UploadOptions } from '../lib/upload.ts';
import { Button } from './button.tsx';
import { FileChooser } from './file-chooser.tsx';
import type { FieldState } from './form/use-form.ts';
import { PictureDescription } from './picture-description.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { useUpload } from './use-upload.ts';

interface PictureFieldProps {
  field: FieldState<Picture | null>;
  label: string;
  upload: (file: File, options: UploadOptions) => Promise<Picture>;
  /** How the picture is shown once it is there. */
  shape?: 'wide' | 'circle';
  /** A description that goes without asking; otherwise it is asked for. */
  alt?: string;
  /** The label is there for screen readers only, where a heading says the same. */
  hideLabel?: boolean;
}

const shapes = {
  wide: 'aspect-video w-full max-w-md rounded-lg',
  circle: 'size-24 rounded-full',
};

/** A picture of a resource: choose or drop one, describe it, watch it go up, replace or remove it. */
export function PictureField({
  field,
  label,
  upload,
  shape = 'wide',
  alt,
  hideLabel = false,
}: PictureFieldProps) {
  const [chosen, setChosen] = useState<File>();
  const [refusal, setRefusal] = useState<string>();
  const { state, start, cancel, retry } = useUpload(upload, field.onChange);
  const problem = refusal ?? field.error;

  const choose = (file: File) => {
    const reason = refuseFile(file, pictureTypes);
    setRefusal(reason);
    if (reason) return;
    if (alt === undefined) setChosen(file);
    else start(file, alt);
  };

  const send = (description: string) => {
    if (chosen) start(chosen, description);
    setChosen(undefined);
  };

  return (
    <fieldset className="space-y-3">
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 font-medium text-sm'}>
        {label} <span className="font-normal text-muted">(optional)</span>
      </legend>
      {field.value && (
        <div className="flex flex-wrap items-end gap-3">
          <img
            src={field.value.thumbnailUrl}
            alt={field.value.alt}
            className={`${shapes[shape]} border border-line bg-sunken object-cover`}
          />
          <Button size="small" onClick={() => field.onChange(null)}>
            Remove
          </Button>
        </div>
      )}
      {chosen && <PictureDescription file={chosen} onSend={send} onCancel={() => setChosen(undefined)} />}
      {state.step !== 'idle' && <UploadProgress state={state} onCancel={cancel} onRetry={retry} />}
      {!chosen && state.step === 'idle' && (
        <FileChooser
          id={field.id}
          types={pictureTypes}
          label={field.value ? 'Choose another picture' : 'Choose a picture'}
          help="PNG, JPEG, WebP, GIF or AVIF, up to 20 MB"
          describedBy={problem ? `${field.id}-error` : undefined}
          onChoose={choose}
        />
      )}
      {problem && (
        <p id={`${field.id}-error`} role="alert" className="font-medium text-danger text-sm">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
