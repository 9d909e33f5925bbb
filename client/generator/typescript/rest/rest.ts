/** The TypeScript REST client's generated file. */
import type { Api } from '../../ir.ts';
import { nominal } from '../../nominal/nominal.ts';
import type { Printer } from '../../printer.ts';
import { header } from '../header.ts';
import { printDeclarations } from './declarations.ts';
import { printInterface } from './interface.ts';
import { printTables } from './tables.ts';

export const typescriptRest: Printer = {
  language: 'typescript',
  package: '.',
  generated: 'src/rest/generated',
  files: (api) => ({ 'api.ts': print(api) }),
  template: {
    copied: {
      'package.json': 'rest/package.json',
      'tsconfig.json': 'rest/tsconfig.json',
      'README.md': 'rest/README.md',
      'src/rest.ts': 'src/rest.ts',
      'src/rest': 'src/rest',
      'src/event-parser.ts': 'src/event-parser.ts',
      'src/form-data.ts': 'src/form-data.ts',
      'src/multipart.ts': 'src/multipart.ts',
      'src/progress-fetch.ts': 'src/progress-fetch.ts',
      'src/streaming.ts': 'src/streaming.ts',
      'src/upload-fetch.ts': 'src/upload-fetch.ts',
      'src/upload-stream.ts': 'src/upload-stream.ts',
    },
    rename: (path, text, { slug, title }) => {
      const renamed = text.replaceAll('@portico/rest', slug);
      if (path !== 'README.md') return renamed;
      return renamed.replace(/The client of Portico over REST.*/, (line) =>
        [line.replace('Portico', title), '', examples].join('\n'),
      );
    },
  },
};

const examples =
  'The examples are calls of Portico’s own API; the operations of this one are in `src/rest/generated/api.ts`.';

/** Names that the file has from elsewhere, and those of the language. */
const reserved: ReadonlySet<string> = new Set([
  ...['Api', 'Always', 'AddressedOperation', 'Description', 'MayTake', 'Open', 'Operation', 'PagedOperation'],
  ...[
    'StreamOperation',
    'Takes',
    'TakesFiles',
    'TakesNothing',
    'UnknownValue',
    'UnknownVariant',
    'UploadFile',
  ],
  ...['Date', 'Set', 'Map', 'URL', 'Record', 'Partial', 'Response', 'Array', 'Object'],
  // What rest.ts exports beside the generated types.
  ...[
    'CallOptions',
    'RestClientOptions',
    'UploadOptions',
    'UploadProgress',
    'EventStream',
    'ApiError',
    'Result',
  ],
  ...['ClientError', 'ClientErrorCode', 'FieldIssue', 'Problem', 'TokenPair', 'TokenStore'],
]);

function print(api: Api): string {
  const named = nominal(api, { reserved });
  const body = [...printDeclarations(named), ...printInterface(named), printTables(named)].join('\n\n');
  return `${[header(api), imports(body), body].join('\n\n')}\n`;
}

/** Only what the file uses. */
function imports(body: string): string {
  const lines = Object.entries(sources).flatMap(([file, names]) => {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
    return used.length === 0 ? [] : [`import type { ${used.join(', ')} } from '../${file}';`];
  });
  return lines.join('\n');
}

const sources = {
  'call-options.ts': ['UploadFile'],
  'client.ts': ['Description'],
  'open.ts': ['Open', 'UnknownValue', 'UnknownVariant'],
  'operation.ts': [
    'AddressedOperation',
    'MayTake',
    'Operation',
    'PagedOperation',
    'StreamOperation',
    'Takes',
    'TakesFiles',
    'TakesNothing',
  ],
} as const;
