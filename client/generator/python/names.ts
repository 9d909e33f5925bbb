/** Names as Python writes them: snake_case, Pascal case for types, and never a word that means something else. */
import { nameScope, snakeCase } from '../naming.ts';

const keywords = [
  ...['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def'],
  ...[
    'del',
    'elif',
    'else',
    'except',
    'finally',
    'for',
    'from',
    'global',
    'if',
    'import',
    'in',
    'is',
    'lambda',
  ],
  ...['nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'],
];

/** Names that annotations and class bodies of generated code use, so that no attribute may hide them. */
const annotations = [
  ...['bool', 'cached_property', 'datetime', 'dict', 'field', 'float', 'int', 'models', 'str'],
];

/** Types of Python and of the runtime that generated code writes. */
const types = [
  ...['Any', 'Dict', 'List', 'Literal', 'Mapping', 'Optional', 'Set', 'Tuple', 'Union', 'TYPE_CHECKING'],
  ...['Model', 'ModelCodec', 'Codec', 'Unknown', 'Unset', 'UNSET', 'File', 'Upload', 'Operation', 'Pages'],
  ...['Download', 'Page', 'Stream', 'AsyncDownload', 'AsyncPage', 'AsyncStream', 'Client', 'AsyncClient'],
];

/** What every error is made of, and what Python raises by itself. */
const failures = [
  ...['ApiError', 'ClientError', 'ConnectionFailed', 'CallTimeout', 'CallCancelled', 'UnexpectedAnswer'],
  ...['FieldIssue', 'Dict', 'Type', 'Exception', 'BaseException', 'Warning', 'ErrorTypes'],
];

/** What all models have. */
const members = ['extra', 'from_json', 'to_json'];

/** What the client itself has. */
const clientMembers = [
  ...[
    'base_path',
    'default_server',
    'error_types',
    'token_operations',
    'with_options',
    'credentials',
    'sign_out',
    'close',
  ],
];

/** Names that no declaration may have. */
export const reservedTypes: ReadonlySet<string> = new Set([...keywords, ...types]);

/** Gives names to the attributes of a model. */
export const fieldScope = () => lowerScope([...keywords, ...annotations, ...members]);

/** Gives names to the parameters of a method. */
export const parameterScope = () => lowerScope([...keywords, ...annotations, 'self', 'extra']);

/** Gives names to methods and groups. */
export const methodScope = (isRoot = false) =>
  lowerScope([...keywords, ...annotations, ...(isRoot ? clientMembers : [])]);

/** Gives names to modules. */
export const moduleScope = () => lowerScope([...keywords, 'root']);

/** Gives names to constants: `COMMENT_EVENT`. */
export const constantScope = (reserved: Iterable<string> = []) => {
  const unique = nameScope({ reserved: new Set(reserved) });
  return (wire: string) => unique(normal(snakeCase(wire)).toUpperCase());
};

/** Gives names to exceptions. */
export const errorScope = () => {
  const unique = nameScope({
    reserved: new Set([...keywords, ...failures]),
    evade: (name) => `${name}Error`,
  });
  return (name: string) => unique(normal(name));
};

function lowerScope(reserved: readonly string[]): (wire: string) => string {
  const unique = nameScope({ reserved: new Set(reserved) });
  return (wire) => unique(normal(snakeCase(wire)));
}

/** Python reads names in this form, so that two spellings may be one name. @see https://peps.python.org/pep-3131/ */
function normal(name: string): string {
  return name.normalize('NFKC');
}
