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
    const note = host.querySelector('.note-text');
    if (event.key.toLowerCase() === 'm' && note && !document.querySelector('vaadin-dialog[opened]')) {
      note.focus();
      return;
    }
    host.$server.key(event.key.toLowerCase());
  });

  // Finishing a wrap-up, or keeping a note, from where the cursor is.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing) return;
    const from = event.composedPath().find((node) => node.matches && node.matches('.wrap-up, .note-line, .told'));
    const radio = event.composedPath().some((node) => node.matches && node.matches('.code[role=radio]'));
    if (!from || !(event.ctrlKey || event.metaKey || radio)) return;
    const button = from.querySelector('.wrap-up-finish, .note-keep, .told-keep');
    if (button) {
      event.preventDefault();
      // The focus goes there first, so that what was typed last is told before the click.
      button.focus();
      button.click();
    }
  }, true);

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
    for (const each of document.querySelectorAll('.timer[data-since], .timer[data-until]')) {
      const until = each.dataset.until;
      const millis = until ? Number(until) - Date.now() : Date.now() - Number(each.dataset.since);
      const seconds = Math.max(0, until ? Math.ceil(millis / 1000) : Math.floor(millis / 1000));
      if (until) {
        each.classList.toggle('soon', seconds <= 10);
        const said = seconds <= 10 && each.parentNode.querySelector('[role=status]');
        if (said && !said.textContent) said.textContent = said.dataset.soon;
      }
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor(seconds / 60) % 60;
      const text = (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(seconds % 60);
      if (each.textContent !== text) each.textContent = text;
    }
    look();
  };
  setInterval(tick, 1000);

  window.attuneDesk = {
    // Whether nobody is typing and nothing lies over the page.
    idle() {
      const at = document.activeElement;
      return !document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') && !(at && at.matches(fields));
    },
    start(element) {
      host = element;
      held = false;
      tick();
    },
  };
}
