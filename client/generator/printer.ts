/** What a language adds to the generator: its printer, and the package that the printed files belong to. */
import type { Api } from './ir.ts';

/** Prints the generated part of a client; listed in `printers.ts`. */
export interface Printer {
  /** As `--lang` names it: `typescript`, `python`, `kotlin`, `swift`. */
  readonly language: string;
  /** Folder of the package below `client`: its hand-written runtime, manifest, README and example. */
  readonly package: string;
  /** Folder in the package that the printed files fill, and nothing else: its last part is `generated` or `Generated`. */
  readonly generated: string;
  /** File texts by path in that folder; the same API gives the same texts. @throws GeneratorError naming an operation */
  files(api: Api): Readonly<Record<string, string>>;
  /** Present where `--out` can make a package of its own for another API. */
  readonly template?: Template;
}

/** How the package is copied for another API. */
export interface Template {
  /**
   * What is copied: a file, or a folder with all it holds but the generated one, by its path in the copy. Programs of the
   * scenario, tests and what a compiler made are not among it.
   */
  readonly copied: Readonly<Record<string, string>>;
  /** The text of a copied file, with the package called by its new name. @param path in the copy */
  rename(path: string, text: string, name: PackageName): string;
  /** Where a file of the copy, copied or printed, lies in the renamed package; by default where it was. */
  place?(path: string, name: PackageName): string;
}

/** The name of another API's package. */
export interface PackageName {
  /** As its document says it: `Acme Shop`. */
  readonly title: string;
  /** Lower-case words of ASCII letters and digits joined by hyphens, beginning with a letter: `acme-shop`. */
  readonly slug: string;
}
