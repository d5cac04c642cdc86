// A list that opens is called like its field, so that a screen reader says what is being chosen from.
document.addEventListener('opened-changed', (event) => {
  const field = event.target;
  if (!event.detail.value || !field.matches || !field.matches('vaadin-select')) return;
  const list = field.querySelector('[role=listbox]');
  const name = field.accessibleName || field.label;
  if (list && name) list.setAttribute('aria-label', name);
}, true);
