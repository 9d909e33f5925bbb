import { useMemo } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { renderMarkdown } from './render-markdown.tsx';

/** A post's text. It never becomes HTML: the parsed tree is rendered as elements, so nothing in it can run. */
export function Markdown({ source, className }: { source: string; className?: string }) {
  const content = useMemo(() => renderMarkdown(source), [source]);
  return <div className={classNames('prose', className)}>{content}</div>;
}
