/** The visitor's own kind of English where the browser names one: the site is written in English. */
export const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en';
