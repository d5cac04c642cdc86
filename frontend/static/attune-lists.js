// A list that opens is called like its field, so that a screen reader says what is being chosen from.
document.addEventListener('opened-changed', (event) => {
  const field = event.target;
  if (!event.detail.value || !field.matches || !field.matches('vaadin-select')) return;
  const list = field.querySelector('[role=listbox]');
  const name = field.accessibleName || field.label;
  if (list && name) list.setAttribute('aria-label', name);
}, true);

// What orders a column is said in the reader's language; the grid itself speaks English only.
customElements.whenDefined('vaadin-grid-sorter').then(() => {
  const sorter = customElements.get('vaadin-grid-sorter').prototype;
  const set = sorter.setAttribute;
  sorter.setAttribute = function (name, value) {
    const words = document.querySelector('[data-sort]')?.dataset.sort;
    const said = name === 'aria-label' && words && String(value).startsWith('Sort by ');
    set.call(this, name, said ? words.replace('{0}', value.slice('Sort by '.length)) : value);
  };
});
