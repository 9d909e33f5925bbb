/** The Kotlin package for another API: the runtime and the build, under its name. */
import type { Template } from '../printer.ts';
import { packageName, titleName } from './names.ts';

export const template: Template = {
  copied: {
    'README.md': 'README.md',
    'build.gradle.kts': 'build.gradle.kts',
    'settings.gradle.kts': 'settings.gradle.kts',
    src: 'src',
  },
  rename: (path, text, { title, slug }) => {
    const renamed = text
      .replaceAll('portico-client', `${slug}-client`)
      .replaceAll('PorticoClient', `${titleName(title)}Client`)
      .replaceAll(/\bportico\b/g, packageName(title));
    return path === 'README.md' ? withoutExample(renamed).replaceAll('Portico', title) : renamed;
  },
};

/** The example calls operations that another API does not have. */
function withoutExample(text: string): string {
  return text.replaceAll(/<!-- example -->[\s\S]*?<!-- end of example -->\n*/g, '');
}
