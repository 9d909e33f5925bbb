// openapi-typescript wants the compiler's old API, which TypeScript 7 no longer has. Its peer would be the workspace's own
// compiler whatever packageExtensions say, so it gets a TypeScript 5 of its own (docs/decisions/022-second-compiler.md).
function readPackage(manifest) {
  if (manifest.name === 'openapi-typescript') {
    delete manifest.peerDependencies.typescript;
    manifest.dependencies.typescript = '~5.9.3';
  }
  return manifest;
}

module.exports = { hooks: { readPackage } };
