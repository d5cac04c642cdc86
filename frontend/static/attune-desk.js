// The desk's keys, the call timer, where the focus goes, and what the agent points at. Loaded once; the page on screen is told about keys.
if (!window.attuneDesk) {
  const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], vaadin-select, vaadin-combo-box, vaadin-date-picker';
  let host = null;
  let held = false;
  // The usual key by the one that is pressed; empty when single keys are off.
  let keys = {};

  const typing = (event) => event.composedPath().some((node) => node.matches && node.matches(fields));
  const there = () => host && host.isConnected;

  document.addEventListener('keydown', (event) => {
    if (!there() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.defaultPrevented || event.key.length !== 1 || event.key === ' ' || typing(event)) return;
    const key = keys[event.key.toLowerCase()];
    if (!key) return;
    event.preventDefault();
    if (key === '/') {
      // At once, not by way of the server: whoever presses it types on.
      (host.querySelector('.caller .finder') || host.querySelector('.finder')).focus();
      return;
    }
    const note = host.querySelector('.note-text');
    if (key === 'm' && note && !document.querySelector('vaadin-dialog[opened]')) {
      note.focus();
      return;
    }
    host.$server.key(key);
  });

  // The focus is never lost to nowhere: when what had it is gone, the nearest thing around it that can have it gets it.
  let trail = [];
  const able = (node) =>
    node.isConnected && node.hasAttribute('tabindex') && !node.matches('.card-gone') && !node.closest('[inert]')
      && node.getClientRects().length > 0;
  const dialogs = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened]';

  const rescue = () => {
    const at = document.activeElement;
    if (!there() || (at && at !== document.body && !at.closest('[inert]')) || document.querySelector(dialogs)) return;
    const next = trail.find(able) || [...host.querySelectorAll('.workplace, .desk-place')].find(able);
    if (next) next.focus({ preventScroll: true });
  };

  document.addEventListener('focusin', (event) => {
    if (!there() || !host.contains(event.target)) return;
    trail = [];
    for (let node = event.target; node && node !== host; node = node.parentElement) trail.push(node);
  });

  // Facts that do not fit are announced by how many there are.
  const facts = () => {
    const list = there() && host.querySelector('.fact-groups');
    const more = list && host.querySelector('.more-facts');
    if (!more) return;
    const end = list.getBoundingClientRect().bottom;
    const scrolls = list.scrollHeight > list.clientHeight + 1 && getComputedStyle(list).overflowY !== 'visible';
    const below = scrolls ? [...list.querySelectorAll('dt')].filter((each) => each.getBoundingClientRect().bottom > end + 1).length : 0;
    const words = more.dataset.more.replace('{0}', below);
    const label = more.querySelector('span');
    if (label.textContent !== words) label.textContent = words;
    if (more.hidden !== !below) more.hidden = !below;
    list.classList.toggle('clipped', !!below);
  };

  document.addEventListener('scroll', (event) => {
    if (event.target.matches && event.target.matches('.fact-groups')) facts();
  }, { capture: true, passive: true });
  window.addEventListener('resize', facts);

  document.addEventListener('click', (event) => {
    const more = event.target.closest && event.target.closest('.more-facts');
    const list = more && there() && host.querySelector('.fact-groups');
    if (list) list.scrollBy({ top: list.clientHeight - 40 });
  });

  let watched = null;
  let soon = 0;
  const watch = new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      rescue();
      facts();
    }, 0);
  });

  // A list that a key has opened gives the focus back to the page, so that the next key works.
  document.addEventListener('opened-changed', (event) => {
    if (!there() || event.detail.value || !event.target.byKey) return;
    event.target.byKey = false;
    setTimeout(() => {
      const page = host.querySelector('.workplace');
      if (page && event.target.contains(document.activeElement)) page.focus({ preventScroll: true });
    }, 0);
  }, true);

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

  const list = () => there() && host.querySelector('.cards');

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
    facts();
  };
  setInterval(tick, 1000);

  window.attuneDesk = {
    // Whether nobody is typing and nothing lies over the page.
    idle() {
      const at = document.activeElement;
      return !document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') && !(at && at.matches(fields));
    },
    // The usual key of what was pressed; undefined when it means nothing, or single keys are off.
    usual(pressed) {
      return keys[pressed.toLowerCase()];
    },
    start(element, pressed) {
      keys = JSON.parse(pressed);
      if (watched !== element) {
        watched = element;
        host = element;
        held = false;
        trail = [];
        watch.disconnect();
        watch.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['inert', 'hidden'] });
      }
      tick();
    },
  };
}
