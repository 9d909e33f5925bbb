/** What a page's content stands in, whoever renders it. */
const content = 'main';

/** Once what had the focus has gone, takes it to the page's content: the keyboard and a screen reader go on there. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(content)?.focus({ preventScroll: true });
  });
}
