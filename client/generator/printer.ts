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
  /** File texts by path in that folder; the same API gives the same texts. @throws TypeError naming an operation */
  files(api: Api): Readonly<Record<string, string>>;
}
