import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Page } from '../../ui/page.tsx';

export function NotFoundPage() {
  usePageHead({ title: 'Page not found' });
  return (
    <Page width="reading">
      <MessagePanel
        level={1}
        icon={Compass}
        title="There is nothing at this address"
        action={
          <>
            <Link to="/" className={buttonClass({ variant: 'primary' })}>
              Go to the start page
            </Link>
            <Link to="/posts" className={buttonClass()}>
              Browse the posts
            </Link>
          </>
        }
      >
        The page may have moved or been deleted, or the address has a typing mistake.
      </MessagePanel>
    </Page>
  );
}
