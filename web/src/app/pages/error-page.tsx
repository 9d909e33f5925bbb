import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { usePageHead } from '../../lib/page-head.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Page } from '../../ui/page.tsx';

/** Stands in for a page that failed to load, or broke. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  usePageHead({ title: 'Something went wrong' });
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page width="reading">
      <ErrorPanel level={1} error={error} onRetry={retry} />
    </Page>
  );
}
