import type { StoredFile } from '@portico/client';
import { useMutation } from '@tanstack/react-query';
import { Copy, FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { formatBytes } from '../../lib/numbers.ts';
import { queryClient } from '../../lib/query-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { toast } from '../../ui/toast.tsx';
import { myFilesQuery } from './files.queries.ts';

/** One of my files, with what I can do with it. */
export function FileRow({ file }: { file: StoredFile }) {
  const [deleting, setDeleting] = useState(false);
  const { mutateAsync } = useMutation(api.files.delete.mutationOptions());
  const remove = async () => {
    await mutateAsync({ id: file.id });
    await queryClient.invalidateQueries({ queryKey: myFilesQuery().queryKey });
    toast('The file is deleted.');
  };
  return (
    <div className="flex items-center gap-3 py-3">
      <FileIcon file={file} />
      <div className="min-w-0 flex-1">
        <a
          href={file.url}
          className="block truncate rounded-sm font-medium text-sm hover:text-accent hover:underline"
        >
          {file.name}
        </a>
        <p className="text-muted text-xs">
          {formatBytes(file.size)} · <TimeAgo time={file.createdAt} />
        </p>
      </div>
      <IconButton label={`Copy the address of ${file.name}`} onClick={() => void copyAddress(file.url)}>
        <Copy aria-hidden className="size-5" />
      </IconButton>
      <IconButton label={`Delete ${file.name}`} onClick={() => setDeleting(true)}>
        <Trash2 aria-hidden className="size-5" />
      </IconButton>
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title="Delete this file?"
        description={
          <>
            <strong className="text-ink">{file.name}</strong> will be gone wherever it is used. This cannot be
            undone.
          </>
        }
        confirmLabel="Delete the file"
        onConfirm={remove}
      />
    </div>
  );
}

function FileIcon({ file }: { file: StoredFile }) {
  const shape = 'size-12 shrink-0 rounded-lg bg-sunken';
  if (file.picture) {
    return <img src={file.picture.thumbnailUrl} alt="" loading="lazy" className={`${shape} object-cover`} />;
  }
  return (
    <span className={`${shape} grid place-items-center text-muted`}>
      <FileText aria-hidden className="size-5" />
    </span>
  );
}

async function copyAddress(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(path, location.origin).href);
    toast('The address is copied.');
  } catch {
    toast('The browser did not allow copying.', 'danger');
  }
}
