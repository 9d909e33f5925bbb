/** The Swift package for another API: the runtime as it is, under another name. */
import { pascalCase } from '../naming.ts';
import type { PackageName, Template } from '../printer.ts';
import { clientName } from './client.ts';

export const template: Template = {
  copied: { 'Package.swift': 'Package.swift', 'README.md': 'README.md', 'Sources/Client': 'Sources/Client' },
  rename,
};

/** Swift files name no API; the manifest and the README do, and the README tells in places of this one alone. */
function rename(path: string, text: string, { slug, title }: PackageName): string {
  if (path === 'Package.swift') return text.replaceAll('"Portico"', `"${moduleName(slug)}"`);
  if (path !== 'README.md') return text;
  return text
    .replaceAll(/<!-- this API -->.*?<!-- \/this API -->\n*/gs, '')
    .replace('# Portico for Swift', `# ${title} for Swift`)
    .replaceAll('PorticoClient', clientName({ title }))
    .replaceAll('../portico/client/swift', `../${slug}`)
    .replaceAll('`client/swift` is', 'This is')
    .replaceAll('package: "swift"', `package: "${slug}"`)
    .replaceAll('import Portico', `import ${moduleName(slug)}`)
    .replaceAll('name: "Portico"', `name: "${moduleName(slug)}"`);
}

/** `acme-shop` → `AcmeShop`; never the name of the client, which a module must not have. */
function moduleName(slug: string): string {
  return pascalCase(slug);
}
