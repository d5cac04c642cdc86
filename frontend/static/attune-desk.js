// The desk's keys, the call timer, and what the agent points at. Loaded once; the page on screen is told about keys.
if (!window.attuneDesk) {
  const fields = 'input, textarea, select, [contenteditable], vaadin-select, vaadin-combo-box, vaadin-date-picker';
  let host = null;
  let held = false;

  const typing = (event) => event.composedPath().some((node) => node.matches && node.matches(fields));

  document.addEventListener('keydown', (event) => {
    if (!host || !host.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || event.key.length !== 1 || event.key === ' ' || typing(event)) return;
    event.preventDefault();
    if (event.key === '/') {
      // At once, not by way of the server: whoever presses it types on.
      host.querySelector('.finder').focus();
      return;
    }
    host.$server.key(event.key.toLowerCase());
  });

  const list = () => host && host.isConnected && host.querySelector('.cards');

  const look = () => {
    const cards = list();
    const now = !!cards && (cards.matches(':hover') || !!cards.querySelector(':focus-visible'));
    if (cards && now !== held) {
      held = now;
      host.$server.hold(now);
    }
  };

  for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) {
    document.addEventListener(type, () => { look(); setTimeout(look, 0); }, { passive: true });
  }

  const two = (n) => String(n).padStart(2, '0');
  const tick = () => {
    for (const each of document.querySelectorAll('.timer[data-since]')) {
      const seconds = Math.max(0, Math.floor((Date.now() - Number(each.dataset.since)) / 1000));
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor(seconds / 60) % 60;
      const text = (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(seconds % 60);
      if (each.textContent !== text) each.textContent = text;
    }
    look();
  };
  setInterval(tick, 1000);

  window.attuneDesk = {
    start(element) {
      host = element;
      held = false;
      tick();
    },
  };
}
