/** What is printed says where it stands and when it was printed; a page by itself knows neither. */
export function startPrinting(): void {
  const footer = document.querySelector('.site-footer');
  if (footer === null) return;
  addEventListener('beforeprint', () => {
    const said = footer.querySelector('.printed') ?? document.createElement('p');
    said.className = 'printed';
    const today = new Date().toLocaleDateString(document.documentElement.lang || undefined, {
      dateStyle: 'long',
    });
    said.textContent = `${location.href} · ${today}`;
    if (!said.isConnected) footer.append(said);
  });
}
