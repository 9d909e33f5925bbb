import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The site's build: hashed assets and a manifest under dist, for the server to serve as they are. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  resolve: {
    // React has had its own useSyncExternalStore since version 18: what stands in for it is left out.
    alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' },
  },
  build: {
    outDir: 'dist',
    manifest: true,
    // The content security policy admits no data: addresses but for pictures; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        propertyReadSideEffects: false,
        // Its package does not say so itself, but importing a part of it does nothing on its own.
        moduleSideEffects: [{ test: /[\\/]@trpc[\\/]/, sideEffects: false }],
      },
      output: {
        // The framework changes seldom; apart from the site's own code it stays in a visitor's cache.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              // What only single pages or rare calls need of it comes with them.
              tags: ['$initial'],
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@trpc|superjson|copy-anything|is-what)[\\/]/,
              priority: 1,
            },
            {
              // What every page stands on and the first load has anyway: one file rather than six small ones.
              name: 'core',
              test: /[\\/]web[\\/]src[\\/](lib[\\/](api|error-text|session|patiently|class-names)\.ts|ui[\\/]button\.tsx)$/,
            },
          ],
        },
      },
    },
  },
});
