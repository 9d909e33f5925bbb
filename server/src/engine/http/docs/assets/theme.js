// Runs before the first paint: the theme that was chosen on the site holds here too.
try {
  const choice = localStorage.getItem('portico.theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Storage is switched off: the system's theme it is.
}
