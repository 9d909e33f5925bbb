/** Operations by their ids → a tree of groups, as they are called: `client.posts.update`. */
import { nameScope, pascalCase } from '../naming.ts';
import type { NominalApi, Operation } from '../nominal/nominal-api.ts';
import { memberName, operationScope } from './names.ts';

/** Operations whose ids begin alike. */
export interface Group {
  /** `posts`; of the root empty. */
  readonly name: string;
  /** The struct that has the methods: `PostsOperations`; of the root the client. */
  readonly typeName: string;
  readonly operations: readonly Method[];
  readonly groups: readonly Group[];
}

/** An operation, and what it is called. */
export interface Method {
  readonly operation: Operation;
  readonly name: string;
  /** Present where it answers pages. */
  readonly allName?: string;
}

/** Members that the runtime has on the client, and on each group. */
const ofRoot = ['core', 'currentTokens', 'use'];
const ofGroup = ['core'];

export function readGroups({ operations, declarations }: NominalApi, clientName: string): Group {
  const typeNames = nameScope({ reserved: new Set([clientName, ...declarations.map(({ name }) => name)]) });
  const read = (path: readonly string[], name: string, typeName: string): Group => {
    const inside = operations.filter(({ group }) => path.every((part, index) => group[index] === part));
    const own = inside.filter(({ group }) => group.length === path.length);
    const further = [...new Set(inside.flatMap(({ group }) => group.slice(path.length, path.length + 1)))];
    const unique = operationScope(path.length === 0 ? ofRoot : ofGroup);
    const named = own.map((operation) => ({ operation, name: unique(memberName(operation.name)) }));
    const groups = further.map((part) => ({ part, name: unique(memberName(part)) }));
    return {
      name,
      typeName,
      operations: named.map(
        ({ operation, name: method }): Method => ({
          operation,
          name: method,
          ...(operation.paged && { allName: unique(`${method}All`) }),
        }),
      ),
      groups: groups.map(({ part, name: member }) =>
        read([...path, part], member, typeNames(`${pascalCase([...path, part].join('.'))}Operations`)),
      ),
    };
  };
  return read([], '', clientName);
}
