import { useEffect, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Field, inputClass } from './form/field.tsx';

interface PictureDescriptionProps {
  file: File;
  onSend: (description: string) => void;
  onCancel: () => void;
}

/** Shows a chosen picture and asks what it shows, before it is uploaded. */
export function PictureDescription({ file, onSend, onCancel }: PictureDescriptionProps) {
  const id = useId();
  const [description, setDescription] = useState('');
  const preview = useObjectUrl(file);
  return (
    <div className="space-y-3 rounded-lg border border-line p-4">
      {preview && <img src={preview} alt="" className="max-h-48 rounded-md" />}
      <Field
        id={id}
        label="What does it show?"
        help="One sentence for people who cannot see it. Leave it empty when the picture is only decoration."
      >
        <input
          id={id}
          value={description}
          maxLength={300}
          aria-describedby={`${id}-help`}
          onChange={(event) => setDescription(event.target.value)}
          onKeyDown={(event) => {
            // Enter belongs to this picture here, not to the form around it.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onSend(description.trim());
          }}
          className={inputClass(undefined)}
        />
      </Field>
      <div className="flex gap-3">
        <Button variant="primary" size="small" onClick={() => onSend(description.trim())}>
          Upload
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function useObjectUrl(file: File): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const created = URL.createObjectURL(file);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);
  return url;
}
