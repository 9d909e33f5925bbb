import { useInfiniteQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { usePages } from '../../lib/use-pages.ts';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FileRow } from './file-row.tsx';
import { FileUpload } from './file-upload.tsx';
import { myFilesQuery } from './files.queries.ts';

export function FilesPage() {
  usePageHead({ title: 'My files' });
  const query = useInfiniteQuery(myFilesQuery());
  return (
    <Page width="reading">
      <PageHeader title="My files">Everyone who knows a file’s address can open it.</PageHeader>
      <FileUpload />
      <div className="mt-6">
        <PagedList
          query={query}
          {...usePages()}
          label="My files"
          keyOf={(file) => file.id}
          renderItem={(file) => <FileRow file={file} />}
          skeleton={<Skeleton className="my-3 h-14" />}
          empty={
            <MessagePanel icon={FolderOpen} title="No files yet">
              Pictures of your posts and your profile appear here too.
            </MessagePanel>
          }
          className="divide-y divide-line"
        />
      </div>
    </Page>
  );
}
