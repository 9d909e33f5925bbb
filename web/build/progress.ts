import type { Plugin } from 'vite';

const modulesPerLine = 500;

/** A Vite plugin that reports how far the build is, a line every few hundred modules. */
export function progress(report: (line: string) => void): Plugin {
  let modules = 0;
  return {
    name: 'portico:progress',
    enforce: 'pre',
    transform() {
      modules += 1;
      if (modules % modulesPerLine === 0) report(`Site: ${modules} modules read`);
    },
    renderStart() {
      report(`Site: ${modules} modules read, writing`);
    },
  };
}
