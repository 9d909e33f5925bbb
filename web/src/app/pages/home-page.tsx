import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { LatestPosts } from '../../features/posts/latest-posts.tsx';
import { FeaturedProducts } from '../../features/products/featured-products.tsx';
import { usePageHead } from '../../lib/page-head.ts';
import { useUser } from '../../lib/session.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { OneProcedure } from './one-procedure.tsx';

/** The shop window: what Portico is, what people write, what can be bought. */
export function HomePage() {
  usePageHead({ title: 'Portico' });
  return (
    <Page>
      <Introduction />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="latest-posts">
          <SectionHeader id="latest-posts" title="Latest posts" to="/posts" more="All posts" />
          <LatestPosts />
        </section>
        <section aria-labelledby="some-products">
          <SectionHeader id="some-products" title="In the shop" to="/products" more="All products" />
          <div className="pt-6">
            <FeaturedProducts />
          </div>
        </section>
      </div>
    </Page>
  );
}

function Introduction() {
  const user = useUser();
  return (
    <section className="mb-14 grid items-center gap-x-16 gap-y-10 sm:mb-20 sm:pt-4 lg:grid-cols-[3fr_2fr]">
      <div className="max-w-2xl">
        <h1 className="text-2xl">Write a procedure once, open it to every client.</h1>
        <p className="mt-4 text-lg text-muted">
          Portico is a complete TypeScript backend that a team clones and owns. What is defined once answers
          typed calls, plain HTTP and generated clients alike. This site is its first customer: everything you
          see here goes through the same API.
        </p>
        <div className="mt-7 flex flex-wrap gap-3">
          {user ? (
            <Link to="/write" className={buttonClass({ variant: 'primary' })}>
              Write a post
            </Link>
          ) : (
            <Link to="/register" className={buttonClass({ variant: 'primary' })}>
              Create an account
            </Link>
          )}
          <a href="/api/docs" className={buttonClass()}>
            Read the API documentation
          </a>
        </div>
      </div>
      <OneProcedure />
    </section>
  );
}

interface SectionHeaderProps {
  id: string;
  title: string;
  to: '/posts' | '/products';
  more: string;
}

function SectionHeader({ id, title, to, more }: SectionHeaderProps) {
  return (
    <div className="flex items-center justify-between gap-4 border-line border-b pb-2">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <Link
        to={to}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-md text-accent text-sm hover:text-accent-strong hover:underline"
      >
        {more}
        <ArrowRight aria-hidden className="size-4" />
      </Link>
    </div>
  );
}
