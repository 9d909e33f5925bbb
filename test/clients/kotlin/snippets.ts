/** Kotlin in a document → files that compile. */

/** Blocks without functions or classes are bodies: they have a `client`, and may suspend. */
export function kotlinSnippets(markdown: string, packageName: string): Record<string, string> {
  const blocks = Array.from(markdown.matchAll(/^```kotlin\n(.*?)^```$/gms), ([, text = '']) => text);
  const files = blocks.map((text, index): [string, string] => [
    `${packageName}/Snippet${index + 1}.kt`,
    [...head(packageName), isTopLevel(text) ? text : inFunction(text, index)].join('\n'),
  ]);
  return Object.fromEntries(files);
}

function isTopLevel(text: string): boolean {
  return /^(?:suspend )?(?:fun|class|object) /m.test(text);
}

function inFunction(text: string, index: number): string {
  const parameter = /^val client =/m.test(text) ? '' : 'client: PorticoClient';
  return `suspend fun snippet${index + 1}(${parameter}) {\n${text}}\n`;
}

function head(packageName: string): string[] {
  const packages = ['portico', 'portico.runtime', 'java.io', 'kotlinx.coroutines', 'kotlinx.coroutines.flow'];
  return [
    // A snippet shows what is answered without doing more with it.
    '@file:Suppress("UNUSED_VARIABLE", "REDUNDANT_SUSPEND_MODIFIER")',
    `package ${packageName}`,
    ...packages.map((name) => `import ${name}.*`),
    'import kotlin.time.Duration.Companion.seconds',
  ];
}
