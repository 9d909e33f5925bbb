import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '../lib/class-names.ts';

interface FileChooserProps {
  id: string;
  /** Accepted media types. */
  types: readonly string[];
  label: string;
  help: ReactNode;
  describedBy?: string | undefined;
  onChoose: (file: File) => void;
}

/** Takes a file by a click, by keyboard, or dropped onto it. */
export function FileChooser({ id, types, label, help, describedBy, onChoose }: FileChooserProps) {
  const [over, setOver] = useState(false);
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onChoose(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        'flex items-center gap-3 rounded-lg border border-outline border-dashed px-4 py-4 text-sm transition-colors duration-150',
        'has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 hover:bg-sunken',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <Upload aria-hidden className="size-5 shrink-0 text-accent" />
      <span>
        <span className="font-medium">{label}</span>
        <span className="block text-muted">{help}</span>
      </span>
      <input
        id={id}
        type="file"
        accept={types.join(',')}
        aria-describedby={describedBy}
        onChange={(event) => {
          choose(event.target.files);
          // So that choosing the same file once more counts as a choice.
          event.target.value = '';
        }}
        className="sr-only"
      />
    </label>
  );
}
