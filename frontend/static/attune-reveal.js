// In a branch: what is sensitive shows while a button, or the key V, is held; never longer than ten seconds, and never when the window
// is not the one in front.
if (!window.attuneReveal) {
  window.attuneReveal = true;
  const LONGEST = 10000;
  let button = null;
  let end = 0;

  const hide = () => {
    clearTimeout(end);
    if (button) button.setAttribute('aria-pressed', 'false');
    if (button) button.dispatchEvent(new CustomEvent('veil', { detail: false }));
    button = null;
    for (const page of document.querySelectorAll('.revealed')) page.classList.remove('revealed');
  };

  const show = (held) => {
    const page = held.closest('.veil-content, .page');
    if (!page || button === held) return;
    hide();
    button = held;
    held.setAttribute('aria-pressed', 'true');
    page.classList.add('revealed');
    held.dispatchEvent(new CustomEvent('veil', { detail: true }));
    end = setTimeout(hide, LONGEST);
  };

  // The agent may have given it another key, or have switched single keys off.
  const isKey = (event) => !!window.attuneDesk && window.attuneDesk.usual(event.key) === 'v';

  const at = (event) => event.target.closest && event.target.closest('[data-reveal]');
  const fields = 'input, textarea, select, [contenteditable], vaadin-select, vaadin-combo-box, vaadin-date-picker';
  const typing = (event) => event.composedPath().some((node) => node.matches && node.matches(fields));

  document.addEventListener('pointerdown', (event) => {
    const held = at(event);
    if (held) show(held);
  });
  for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, hide);
  window.addEventListener('blur', hide);
  document.addEventListener('visibilitychange', hide);
  // A long touch opens no menu of the browser over what is shown.
  document.addEventListener('contextmenu', (event) => {
    if (at(event)) event.preventDefault();
  });
  const wanted = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (at(event) && (event.key === ' ' || event.key === 'Enter')) return at(event);
    if (!isKey(event) || typing(event)) return null;
    return document.querySelector('vaadin-dialog[opened] .veil-content [data-reveal]') || document.querySelector('.branch-mode [data-reveal]');
  };
  document.addEventListener('keydown', (event) => {
    const held = wanted(event);
    if (held) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) show(held);
    }
  }, true);
  document.addEventListener('keyup', (event) => {
    if (button && (isKey(event) || event.key === ' ' || event.key === 'Enter')) hide();
  }, true);
}
