// Runs before the page is drawn, so that a chosen theme shows without a flash.
try {
  const theme = localStorage.getItem('offprint-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed (private mode, settings): the system's theme applies.
}
