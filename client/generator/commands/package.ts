/** `pnpm generate --from … --lang … --out …`: a client package for another Portico backend. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, relative, resolve } from 'node:path';
import { GeneratorError } from '../generator-error.ts';
import type { Api } from '../ir.ts';
import { words } from '../naming.ts';
import type { PackageName, Printer, Template } from '../printer.ts';
import { printers } from '../printers.ts';
import { type Files, filesIn, replaceFolder } from '../write-files.ts';
import { packages } from './own.ts';

/** The file by which a package says that it was made here, so that it may be replaced. */
const marker = 'portico-client.json';

/** A printer that makes packages. @throws GeneratorError when there is none for the language */
export function packagePrinter(language: string): Printer & { readonly template: Template } {
  const able = printers.flatMap(({ template, ...printer }) => (template ? [{ ...printer, template }] : []));
  const printer = able.find((each) => each.language === language);
  if (printer) return printer;
  const known = able.map((each) => each.language).join(', ');
  throw new GeneratorError(`--lang ${language} is unknown; there is ${known}`);
}

/**
 * Prints the package and puts it where it is wanted, whole.
 * @throws GeneratorError when something else is there already
 */
export async function writePackage(
  api: Api,
  printer: Printer & { readonly template: Template },
  out: string,
  say: (line: string) => void,
): Promise<void> {
  const folder = resolve(out);
  await assertReplaceable(folder, printer.language);
  const name: PackageName = { title: api.title, slug: slug(api.title) };
  const generated = Object.entries(printer.files(api)).map(([path, text]) => [
    placed(printer.template, posix.join(printer.generated, path), name),
    text,
  ]);
  say(
    `Printed ${generated.length} files for ${api.procedures.filter(({ route }) => route).length} operations`,
  );
  const files = { ...(await copied(printer, name)), ...Object.fromEntries(generated) };
  const origin = { language: printer.language, title: api.title, version: api.version };
  await replaceFolder(folder, { ...files, [marker]: `${JSON.stringify(origin, null, 2)}\n` });
  say(`Wrote the package ${name.slug} to ${relative('.', folder) || '.'}`);
}

async function assertReplaceable(folder: string, language: string): Promise<void> {
  const entry = await stat(folder).catch(() => undefined);
  if (!entry) return;
  if (!entry.isDirectory()) throw new GeneratorError(`${folder} is a file; --out names a folder`);
  if ((await readdir(folder)).length === 0) return;
  const text = await readFile(join(folder, marker), 'utf8').catch(() => '{}');
  if (text.includes(`"language": "${language}"`)) return;
  throw new GeneratorError(
    `${folder} holds something that is no ${language} client made here; name an empty folder`,
  );
}

async function copied(
  { template, ...printer }: Printer & { readonly template: Template },
  name: PackageName,
) {
  const files: Record<string, string> = {};
  const skipped = posix.join(printer.package, printer.generated);
  for (const [to, from] of Object.entries(template.copied)) {
    const start = join(packages, printer.package, from);
    const isFolder = (await stat(start)).isDirectory();
    for (const path of isFolder ? await filesIn(start) : [start]) {
      const place = posix.join(to, relative(start, path).replaceAll('\\', '/'));
      if (relative(packages, path).replaceAll('\\', '/').startsWith(`${skipped}/`) || isCache(place))
        continue;
      files[placed(template, place, name)] = template.rename(place, await readFile(path, 'utf8'), name);
    }
  }
  return files satisfies Files;
}

function placed({ place }: Template, path: string, name: PackageName): string {
  return place ? place(path, name) : path;
}

/** What an interpreter leaves beside the sources. */
function isCache(path: string): boolean {
  return path.split('/').includes('__pycache__');
}

/** `Acme Shop!` → `acme-shop`. */
export function slug(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '');
  const name = words(plain).join('-').toLowerCase();
  return /^[a-z]/.test(name) ? name : ['api', name].filter(Boolean).join('-');
}
