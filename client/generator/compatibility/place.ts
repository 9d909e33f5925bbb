/** Where a change is, in words. */

/** Whose type it is, and which way it travels: the client sends inputs and reads outputs. */
export interface Place {
  /** An operation's id, or a model's name. */
  readonly owner: string;
  /** True where the owner is a model. */
  readonly isModel?: boolean;
  readonly side: 'input' | 'output';
  /** Fields on the way to it: `price.amount`, `tags[]`; absent for the whole. */
  readonly path?: string;
}

/** `posts.update: the field `title` of its input is required now`. */
export function tell({ owner, isModel, side, path }: Place, change: string): string {
  if (isModel) return `${owner} as ${side}: ${path ? `the field \`${path}\`` : 'it'} ${change}`;
  return `${owner}: ${path ? `the field \`${path}\` of its ${side}` : `its ${side}`} ${change}`;
}
