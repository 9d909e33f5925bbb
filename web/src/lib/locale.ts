/** The visitor's own kind of English where the browser names one: the site is written in English. */
export const locale = navigator.languages.find((tag) => tag.startsWith('en') && isKnown(tag)) ?? 'en';

/** Some systems report tags that Intl refuses, such as `en-US@posix`. */
function isKnown(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
