import type { Definition, Parent } from 'mdast';
import type { ReactNode } from 'react';

/** What a node of Markdown needs to know of the text it stands in. */
export interface MarkdownContext {
  /** What is added to a heading's depth, so that the text's highest stands right below the page's title. */
  readonly headingShift: number;
  /** Addresses given apart from their links, by name. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Renders the children of a node. */
  children(parent: Parent): ReactNode;
}
