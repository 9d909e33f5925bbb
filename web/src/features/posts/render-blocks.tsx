import type { List, ListItem, RootContent, Table } from 'mdast';
import { createElement, type ReactNode } from 'react';
import { scrollable } from '../../ui/scrollable.ts';
import type { MarkdownContext } from './markdown-context.ts';

const deepestHeading = 6;

/** Renders a paragraph, list, table or other block; undefined for what stands within a line. */
export function renderBlock(node: RootContent, context: MarkdownContext): ReactNode | undefined {
  switch (node.type) {
    case 'paragraph':
      return <p dir="auto">{context.children(node)}</p>;
    case 'heading': {
      const depth = Math.min(node.depth + context.headingShift, deepestHeading);
      return createElement(`h${depth}`, { dir: 'auto' }, context.children(node));
    }
    case 'blockquote':
      return <blockquote dir="auto">{context.children(node)}</blockquote>;
    case 'thematicBreak':
      return <hr />;
    case 'code':
      return (
        <pre {...scrollable}>
          <code>{node.value}</code>
        </pre>
      );
    case 'list':
      return renderList(node, context);
    case 'listItem':
      return renderItem(node, context);
    case 'table':
      return renderTable(node, context);
    case 'footnoteDefinition':
      return (
        <div role="note" className="footnote">
          <sup>{node.label}</sup>
          <div>{context.children(node)}</div>
        </div>
      );
    case 'definition':
      return false;
    default:
      return undefined;
  }
}

function renderList(list: List, context: MarkdownContext): ReactNode {
  const items = context.children(list);
  return list.ordered ? (
    <ol dir="auto" start={list.start ?? 1}>
      {items}
    </ol>
  ) : (
    <ul dir="auto">{items}</ul>
  );
}

function renderItem(item: ListItem, context: MarkdownContext): ReactNode {
  const isTask = typeof item.checked === 'boolean';
  return (
    <li className={isTask ? 'task' : undefined}>
      {isTask && (
        <input type="checkbox" checked={item.checked === true} readOnly disabled aria-label="Task" />
      )}
      {context.children(item)}
    </li>
  );
}

function renderTable(table: Table, context: MarkdownContext): ReactNode {
  const [head, ...rows] = table.children;
  return (
    <section aria-label="Table" className="table-scroll" {...scrollable}>
      <table dir="auto">
        <thead>
          <tr>
            {head?.children.map((cell) => (
              <th key={cell.position?.start.offset} scope="col">
                {context.children(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position?.start.offset}>
              {row.children.map((cell) => (
                <td key={cell.position?.start.offset}>{context.children(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
