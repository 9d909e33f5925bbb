import { FileQuestion } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { MessagePanel } from '../../ui/message-panel.tsx';

export function NoSuchPost() {
  usePageHead({ title: 'Post not found' });
  return (
    <MessagePanel level={1} icon={FileQuestion} title="This post is not here">
      It may have been deleted, or its author took it back to the drafts.
    </MessagePanel>
  );
}
