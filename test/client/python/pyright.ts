/** Pyright, strict, on a package. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../support/repository.ts';

const run = promisify(execFile);

/**
 * Every complaint, with its place.
 * @param folder holds a `pyrightconfig.json`, or gets one
 * @param include what is read; where it is given, the configuration is written
 */
export async function complaints(folder: string, include?: readonly string[]): Promise<string[]> {
  const project = join(folder, 'pyrightconfig.json');
  if (include) {
    const settings = {
      include,
      typeCheckingMode: 'strict',
      pythonVersion: '3.9',
      extraPaths: ['src', 'programs/runtime'],
    };
    await writeFile(project, JSON.stringify(settings));
  }
  const pyright = join(root, 'test/node_modules/pyright/index.js');
  const { stdout } = await run(process.execPath, [pyright, '-p', project, '--outputjson'], {
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error) => error);
  const { generalDiagnostics, summary } = JSON.parse(stdout) as Report;
  if (summary.filesAnalyzed === 0) throw new Error(`Pyright found nothing to read in ${folder}`);
  return generalDiagnostics.map(
    ({ file, range, message }) => `${file.replace(folder, '')}:${range.start.line + 1} ${message}`,
  );
}

interface Report {
  readonly generalDiagnostics: readonly {
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly summary: { readonly filesAnalyzed: number };
}
