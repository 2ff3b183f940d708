
'use strict';
(() => {
  const bar = document.getElementById('bar');
  if (!bar) return;
  const query = document.getElementById('query');
  const shown = document.getElementById('shown');
  const toggle = document.getElementById('toggle');
  const none = document.getElementById('none');
  const choices = [...bar.querySelectorAll('input[type=checkbox]')];
  const sections = [...document.querySelectorAll('main section')];
  const findings = [...document.querySelectorAll('.finding')].map(element => ({ element, text: null, visible: true }));

  const chosen = name => choices.filter(c => c.name === name && c.checked).map(c => c.value);
  const fits = (values, has) => values.length === 0 || values.some(v => has.includes(v));

  // Without the excerpts: their lines are about the neighbours too.
  const textOf = element => [...element.querySelectorAll('summary, .member, .code, dl')].map(e => e.textContent).join(' ').toLowerCase();

  function filter() {
    const words = query.value.toLowerCase().split(/\s+/).filter(w => w);
    const [severity, direction, effects] = ['severity', 'direction', 'effects'].map(chosen);
    let count = 0;
    for (const finding of findings) {
      const data = finding.element.dataset;
      if (words.length > 0) finding.text ??= textOf(finding.element);
      finding.visible = fits(severity, [data.severity]) && fits(direction, [data.direction]) && fits(effects, data.effects.split(' '))
        && words.every(w => finding.text.includes(w));
      finding.element.hidden = !finding.visible;
      if (finding.visible) count++;
    }
    for (const section of sections) section.hidden = !section.querySelector('.finding:not([hidden])');
    none.hidden = count > 0;
    remember();
    shown.textContent = count === findings.length ? `${count} findings` : `${count} of ${findings.length} findings`;
    label();
  }

  // The filter is in the address, so that a filtered page can be linked to and loaded again.
  function remember() {
    const state = new URLSearchParams();
    if (query.value) state.append('text', query.value);
    for (const choice of choices) if (choice.checked) state.append(choice.name, choice.value);
    history.replaceState(null, '', state.size > 0 ? `#${state}` : location.pathname + location.search);
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    query.value = state.get('text') ?? '';
    for (const choice of choices) choice.checked = state.getAll(choice.name).includes(choice.value);
    filter();
  }

  const visible = () => findings.filter(f => f.visible).map(f => f.element);
  const label = () => { toggle.textContent = visible().some(f => f.open) ? 'Close all' : 'Open all'; };

  function move(step) {
    const list = visible();
    if (list.length === 0) return;
    const at = list.indexOf(document.activeElement?.closest('.finding'));
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)];
    next.querySelector('summary').focus();
    next.scrollIntoView({ block: 'nearest' });
  }

  let timer = 0;
  query.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(filter, findings.length > 300 ? 120 : 0); });
  for (const choice of choices) choice.addEventListener('change', filter);
  toggle.addEventListener('click', () => {
    const open = !visible().some(f => f.open);
    for (const finding of visible()) finding.open = open;
    label();
  });
  // Once for all that open together.
  let frame = 0;
  document.addEventListener('toggle', () => { frame ||= requestAnimationFrame(() => { frame = 0; label(); }); }, true);
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      query.value = '';
      for (const choice of choices) choice.checked = false;
      query.blur();
      filter();
    } else if (document.activeElement === query) {
      return;
    } else if (event.key === '/') {
      event.preventDefault();
      query.focus();
    } else if (event.key === 'j') {
      move(1);
    } else if (event.key === 'k') {
      move(-1);
    }
  });

  addEventListener('hashchange', recall);
  bar.hidden = false;
  recall();
})();
