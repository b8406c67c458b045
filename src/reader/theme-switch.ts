/** Offers the theme that is not in use, and keeps the choice. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('.theme-switch');
  if (button === null) return;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const other = (): 'light' | 'dark' => {
    const current =
      document.documentElement.dataset['theme'] ?? (prefersDark.matches ? 'dark' : 'light');
    return current === 'dark' ? 'light' : 'dark';
  };
  const label = (): void => {
    button.textContent = other() === 'dark' ? 'Dark' : 'Light';
    button.setAttribute('aria-label', `${button.textContent} theme`);
  };
  button.addEventListener('click', () => {
    const theme = other();
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem('offprint-theme', theme);
    } catch {
      // Storage is closed: the choice holds for this page.
    }
    label();
  });
  prefersDark.addEventListener('change', label);
  label();
  button.hidden = false;
}
