// Card numbers leave a field as soon as their last digit is typed, before anything is sent: the same check as on the server
// (CardNumbers.java). While somebody types, only the usual lengths of each issuer count, so that half a number of another kind stays.
if (!window.attuneCards) {
  const REMOVED = '[•••• •••• •••• ••••]';
  const CODE = '[•••]';
  const GAP = 3;
  const isDigit = (c) => /\p{Nd}/u.test(c);
  const separates = (c) => /[\s\p{Zs}\p{Pd}.\u00B7\u200B\u2212]/u.test(c);

  // Digits of any script stand in blocks that begin with their zero.
  const value = (c) => {
    let code = c.codePointAt(0);
    let n = 0;
    while (n < 100 && code > 0 && isDigit(String.fromCodePoint(code - 1))) { code -= 1; n += 1; }
    return n % 10;
  };

  const runs = (text) => {
    const all = [];
    let run = [];
    let gap = 0;
    for (let i = 0; i < text.length; i += 1) {
      if (isDigit(text[i])) {
        run.push(i);
        gap = 0;
      } else if (run.length && (++gap > GAP || !separates(text[i]))) {
        all.push(run);
        run = [];
      }
    }
    all.push(run);
    return all;
  };

  const luhn = (digits) => {
    let sum = 0;
    digits.forEach((digit, i) => {
      const twice = (digits.length - 1 - i) % 2 ? 2 * digit : digit;
      sum += twice > 9 ? twice - 9 : twice;
    });
    return sum % 10 === 0;
  };

  const usual = (d) => {
    const two = 10 * d[0] + d[1];
    if (d[0] === 4 || d[0] === 6 || two === 35 || (two >= 22 && two <= 27) || (two >= 50 && two <= 59)) return 16;
    if (two === 34 || two === 37) return 15;
    return d[0] === 3 ? 14 : 0;
  };

  const issued = (d) => {
    const two = 10 * d[0] + d[1];
    const n = d.length;
    switch (d[0]) {
      case 4: return n === 13 || n === 16 || n === 19;
      case 3: return two === 34 || two === 37 ? n === 15 : n >= 14;
      case 2: return two >= 22 && two <= 27 && n === 16;
      case 5: return two >= 51 && two <= 55 ? n === 16 : two === 50 || two >= 56;
      case 6: return true;
      default: return false;
    }
  };

  const iban = (text, run) => {
    const first = run[0];
    if (run.length < 13 || first < 2 || !/^\p{L}{2}$/u.test(text.slice(first - 2, first))) return false;
    const digits = run.map((i) => value(text[i])).join('');
    const letters = [...text.slice(first - 2, first).toUpperCase()].map((c) => c.charCodeAt(0) - 55).join('');
    return BigInt(digits.slice(2) + letters.replace(/\D/g, '0') + digits.slice(0, 2)) % 97n === 1n;
  };

  const found = (text, run, from, typing) => {
    const digits = run.map((i) => value(text[i]));
    const all = run.length;
    if (iban(text, run)) return 0;
    if (!typing && from === 0 && all >= 13 && all <= 19 && luhn(digits)) return all;
    if (from > 0 && run[from] === run[from - 1] + 1) return 0;
    for (let n = Math.min(19, all - from); n >= 13; n -= 1) {
      const part = digits.slice(from, from + n);
      const ends = from + n === all || run[from + n] > run[from + n - 1] + 1;
      if (ends && (typing ? usual(part) === n : issued(part)) && luhn(part)) return n;
    }
    return 0;
  };

  const redact = (text, typing) => {
    let out = '';
    let done = 0;
    for (const run of runs(text)) {
      for (let from = 0; from < run.length; ) {
        const n = found(text, run, from, typing);
        if (n) {
          out += text.slice(done, run[from]) + REMOVED;
          done = run[from + n - 1] + 1;
        }
        from += n || 1;
      }
    }
    return (out + text.slice(done))
      // What is typed on right behind a number that has gone belongs to it.
      .replace(/(\[•••• •••• •••• ••••\])\p{Nd}{1,3}/gu, '$1')
      .replace(/((?<![\p{L}\p{Nd}])(?:cvv2?|cvc2?|cvn|csc|security code|code de sécurité|cryptogramme(?: visuel)?)(?![\p{L}\p{Nd}])[^\p{L}\p{Nd}]{0,3}(?:(?:is|est|no|n°)(?![\p{L}\p{Nd}]))?[^\p{L}\p{Nd}]{0,3})\p{Nd}{3,4}(?!\p{Nd})/giu,
        (whole, before) => (typing ? whole : before + CODE))
      .replace(/(\[•••• •••• •••• ••••\][ ,;]{1,2}\p{Nd}{2} ?[/-] ?(?:\p{Nd}{4}|\p{Nd}{2})[ ,;]{1,2})\p{Nd}{3,4}(?!\p{Nd})/gu,
        (whole, before) => (typing ? whole : before + CODE));
  };

  const clean = (event, typing) => {
    const field = event.composedPath()[0];
    const text = field && (field.localName === 'textarea' || (field.localName === 'input' && field.type === 'text'));
    // A search is asked, not kept.
    if (!text || field.closest('.finder, [role=search]')) return;
    const before = field.value;
    const after = redact(before, typing && event.inputType !== 'insertFromPaste');
    if (after === before) return;
    const caret = field.selectionStart;
    field.value = after;
    const to = Math.max(0, caret + after.length - before.length);
    field.setSelectionRange(to, to);
    if (!typing) field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  // Before the field itself hears of it.
  document.addEventListener('input', (event) => clean(event, true), true);
  document.addEventListener('focusout', (event) => clean(event, false), true);

  window.attuneCards = { redact };
}
