import type { Nodes, Parent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, type ReactNode } from 'react';
import type { MarkdownContext } from './markdown-context.ts';
import { renderBlock } from './render-blocks.tsx';
import { renderInline } from './render-inline.tsx';

/**
 * Renders Markdown with GitHub's extensions as React elements. HTML in it shows as the text it is.
 * @see https://github.github.com/gfm/
 */
export function renderMarkdown(source: string): ReactNode {
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const context: MarkdownContext = {
    headingShift: headingShift(root),
    definitions: new Map(
      root.children.filter((node) => node.type === 'definition').map((node) => [node.identifier, node]),
    ),
    children: (parent) => renderChildren(parent, context),
  };
  return context.children(root);
}

function renderChildren(parent: Parent, context: MarkdownContext): ReactNode {
  return parent.children.map((node, index) => {
    const key = node.position?.start.offset ?? index;
    return <Fragment key={key}>{renderNode(node, context)}</Fragment>;
  });
}

function renderNode(node: RootContent, context: MarkdownContext): ReactNode {
  return renderBlock(node, context) ?? renderInline(node, context);
}

function headingShift(root: Root): number {
  const depths = collectDepths(root);
  return depths.length > 0 ? 2 - Math.min(...depths) : 0;
}

function collectDepths(node: Nodes): number[] {
  if (node.type === 'heading') return [node.depth];
  return 'children' in node ? node.children.flatMap(collectDepths) : [];
}
