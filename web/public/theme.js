// Runs before the first paint, so that a chosen theme never flashes. No choice means the system's.
try {
  const choice = localStorage.getItem('portico.theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Storage is switched off: the system's theme it is.
}
