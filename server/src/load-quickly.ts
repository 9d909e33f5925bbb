/** Makes the modules of the server load in half the time: they are most of its start. */
import { enableCompileCache, flushCompileCache, type ResolveFnOutput, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Beside the code itself, so that whoever could change what is kept there could change the code. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/portico', import.meta.url));

/** Where all modules see the same packages. */
const ours = new URL('.', import.meta.url).href;

const drizzle = 'drizzle-orm';
const ofDrizzle = new RegExp(`/node_modules/${drizzle}/.*\\.js$`);

/**
 * For what is imported after it. What was compiled, and stripped of its types, is kept for the next start; where the folder
 * cannot be written, nothing is.
 *
 * Node reads the package's description anew for every import that it resolves, and Drizzle's has 180 kB for more than a
 * hundred modules: half a second and a hundred megabytes. An import from one of them to another needs no description,
 * and what our own modules import of it is resolved once.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function loadQuickly(): void {
  enableCompileCache?.(folder);
  const resolved = new Map<string, ResolveFnOutput>();
  registerHooks?.({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? '';
      if (specifier.startsWith('.') && specifier.endsWith('.js') && ofDrizzle.test(parent)) {
        return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
      }
      if (!specifier.startsWith(drizzle) || !parent.startsWith(ours)) return next(specifier, context);
      const found = resolved.get(specifier) ?? next(specifier, context);
      resolved.set(specifier, found);
      return { ...found, shortCircuit: true };
    },
  });
}

/** Keeps what was compiled so far; otherwise it is kept when the process ends, if it ends by itself. */
export function keepCompiled(): void {
  flushCompileCache?.();
}
