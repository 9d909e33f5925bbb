import { usePageHead } from '../../lib/page-head.ts';
import { Page } from '../../ui/page.tsx';

export function HomePage() {
  usePageHead({ title: 'Portico' });
  return (
    <Page>
      <section className="max-w-2xl py-4 sm:py-8">
        <h1 className="text-2xl">Write a procedure once, open it to every client</h1>
      </section>
    </Page>
  );
}
