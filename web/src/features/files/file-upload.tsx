import { useId, useState } from 'react';
import { queryClient } from '../../lib/query-client.ts';
import { fileTypes, refuseFile, uploadFile } from '../../lib/upload.ts';
import { FileChooser } from '../../ui/file-chooser.tsx';
import { toast } from '../../ui/toast.tsx';
import { UploadProgress } from '../../ui/upload-progress.tsx';
import { useUpload } from '../../ui/use-upload.ts';
import { myFilesQuery } from './files.queries.ts';

/** Adds a file to one's own. */
export function FileUpload() {
  const id = useId();
  const [refusal, setRefusal] = useState<string>();
  const { state, start, cancel, retry } = useUpload(uploadFile, (file) => {
    void queryClient.invalidateQueries({ queryKey: myFilesQuery().queryKey });
    toast(`${file.name} is uploaded.`);
  });
  const choose = (file: File) => {
    const reason = refuseFile(file, fileTypes);
    setRefusal(reason);
    if (!reason) start(file);
  };
  if (state.step !== 'idle') return <UploadProgress state={state} onCancel={cancel} onRetry={retry} />;
  return (
    <div className="space-y-2">
      <FileChooser
        id={id}
        types={fileTypes}
        label="Upload a file"
        help="Pictures, PDF, plain text, MP3 or MP4, up to 20 MB"
        describedBy={refusal ? `${id}-error` : undefined}
        onChoose={choose}
      />
      {refusal && (
        <p id={`${id}-error`} role="alert" className="font-medium text-danger text-sm">
          {refusal}
        </p>
      )}
    </div>
  );
}
