// Before the first paint, so that a dark page never flashes white. A file of its own, as no inline script may run.
{
  const kept = localStorage.getItem('scheme')
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
}
