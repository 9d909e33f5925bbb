import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FolderOpen } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { PagedList } from '../../ui/paged-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FileRow } from './file-row.tsx';
import { FileUpload } from './file-upload.tsx';
import { myFilesQuery } from './files.queries.ts';

const route = getRouteApi('/me/files');

export function FilesPage() {
  usePageHead({ title: 'My files' });
  const { pages = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(myFilesQuery());
  const showMore = () => void navigate({ search: { pages: pages + 1 }, replace: true, resetScroll: false });
  return (
    <Page width="reading">
      <PageHeader title="My files">Everyone who knows a file’s address can open it.</PageHeader>
      <FileUpload />
      <div className="mt-6">
        <PagedList
          query={query}
          pages={pages}
          onMore={showMore}
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
