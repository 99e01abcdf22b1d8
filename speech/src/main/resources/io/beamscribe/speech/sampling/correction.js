'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const KEY = 'beamscribe-sample-' + data.key;
const DOUBT = ['', ', doubtful', ', likely wrong'];
const audio = document.querySelector('audio');
const note = document.getElementById('note');
const rows = [];
let current = null;
let playing = null;
let until = null;

function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** References are lines with tabs: a text has neither breaks nor tabs in it. */
const oneLine = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) || {};
  } catch (e) {
    return {};
  }
}

const work = read();

function keep(row) {
  work[row.f] = { text: row.text.value, done: row.done.checked, out: row.out.checked };
  let kept = true;
  try {
    localStorage.setItem(KEY, JSON.stringify(work));
  } catch (e) {
    kept = false;
  }
  if (!kept) {
    note.textContent = 'This browser keeps no work of this page: save it before you close the page.';
    window.onbeforeunload = event => event.preventDefault();
  }
  show(row);
}

const isSaved = row => row.done.checked && !row.out.checked && oneLine(row.text.value) !== '';

function show(row) {
  row.box.classList.toggle('isdone', row.done.checked && !row.out.checked);
  row.box.classList.toggle('isout', row.out.checked);
  const done = rows.filter(each => each.done.checked || each.out.checked).length;
  const out = rows.filter(each => each.out.checked).length;
  document.getElementById('state').textContent = `${done} of ${rows.length} done` + (out ? `, ${out} left out` : '');
  const progress = document.getElementById('progress');
  progress.max = Math.max(1, rows.length);
  progress.value = done;
  document.getElementById('save').disabled = !rows.some(isSaved);
}

function labels() {
  for (const row of rows) {
    const on = row === playing && !audio.paused;
    row.play.textContent = on ? 'Pause' : 'Play';
    row.play.setAttribute('aria-label', `${on ? 'Pause' : 'Play'} ${row.f}`);
  }
}

function start(row, seconds) {
  if (playing !== row) {
    playing = row;
    document.getElementById('playing').textContent = row.f;
    audio.src = encodeURIComponent(row.f);
  }
  const go = () => {
    audio.currentTime = seconds;
    audio.play().catch(() => {});
  };
  if (audio.readyState > 0) {
    go();
  } else {
    // Only what was asked for last is played.
    if (until) audio.removeEventListener('loadedmetadata', until);
    until = go;
    audio.addEventListener('loadedmetadata', go, { once: true });
    audio.load();
  }
}

function toggle(row) {
  if (playing !== row) {
    start(row, 0);
  } else if (!audio.paused) {
    audio.pause();
  } else if (audio.ended || audio.readyState === 0) {
    start(row, 0);
  } else {
    audio.play().catch(() => {});
  }
}

function enter(row) {
  if (current === row) return;
  if (current) current.box.classList.remove('current');
  current = row;
  row.box.classList.add('current');
}

function go(row) {
  enter(row);
  row.text.focus({ preventScroll: true });
  row.box.scrollIntoView({ block: 'nearest' });
}

/** The next row after one that nobody has heard yet; from the start again after the last. */
function next(row) {
  const from = rows.indexOf(row) + 1;
  return [...rows.slice(from), ...rows.slice(0, from)].find(each => !each.done.checked && !each.out.checked);
}

function finish(row) {
  row.text.value = oneLine(row.text.value);
  if (row.text.value === '') {
    note.textContent = `${row.f} has no text. Leave it out if nothing can be told.`;
    return;
  }
  note.textContent = '';
  row.done.checked = true;
  keep(row);
  const other = next(row);
  if (other) {
    go(other);
    start(other, 0);
  } else {
    document.getElementById('save').focus();
  }
}

function word(row, [text, confidence, doubt, milliseconds]) {
  const made = el('button', {
    type: 'button', class: 'word d' + doubt, tabindex: -1, title: `confidence ${confidence}${DOUBT[doubt]}`,
  }, text.trimEnd());
  if (doubt > 0) made.setAttribute('aria-label', text.trimEnd() + DOUBT[doubt]);
  made.dataset.t = milliseconds;
  made.addEventListener('click', () => start(row, milliseconds / 1000));
  return [made, text.slice(text.trimEnd().length)];
}

function make(shown, i) {
  const name = 'name-' + i;
  const lang = shown.l ? { lang: shown.l } : {};
  const row = { f: shown.f, l: shown.l };
  row.play = el('button', { type: 'button', class: 'play' }, 'Play');
  row.text = el('textarea', {
    dir: 'auto', rows: Math.min(8, 1 + Math.floor(shown.t.length / 85)), spellcheck: 'true', 'aria-label': `Text of ${shown.f}`, ...lang,
  });
  row.done = el('input', { type: 'checkbox', 'aria-label': `${shown.f} is done` });
  row.out = el('input', { type: 'checkbox', 'aria-label': `Leave out ${shown.f}` });
  row.words = shown.w.map(each => word(row, each));
  row.box = el('article', { 'aria-labelledby': name },
    el('div', { class: 'head' }, el('h2', { id: name }, `${i + 1}. ${shown.f}`),
      el('span', { class: 'muted' }, [(shown.d / 1000).toFixed(1) + ' s', shown.l].filter(Boolean).join(', ')), row.play),
    el('p', { class: 'heard', dir: 'auto', ...lang }, ...row.words.flat()),
    row.text,
    el('div', { class: 'marks' }, el('label', {}, row.done, ' Done'), el('label', {}, row.out, ' Leave out')));
  const before = work[shown.f] || {};
  row.text.value = typeof before.text === 'string' ? before.text : shown.t;
  row.done.checked = before.done === true;
  row.out.checked = before.out === true;
  row.play.addEventListener('click', () => toggle(row));
  row.text.addEventListener('input', () => keep(row));
  row.done.addEventListener('change', () => keep(row));
  row.out.addEventListener('change', () => keep(row));
  row.box.addEventListener('focusin', () => enter(row));
  row.text.addEventListener('keydown', event => {
    // Enter within an input method takes what it offers.
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) start(row, 0); else finish(row);
  });
  return row;
}

document.addEventListener('keydown', event => {
  if (event.isComposing) return;
  const row = rows.find(each => each.box.contains(event.target)) || current;
  if (event.key === 'Escape') {
    event.preventDefault();
    if (row || rows.length) toggle(row || rows[0]);
  } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const other = row ? rows[rows.indexOf(row) + (event.key === 'ArrowDown' ? 1 : -1)] : rows[0];
    if (other) go(other);
  }
});

for (const each of ['play', 'pause', 'ended', 'emptied']) audio.addEventListener(each, labels);
audio.addEventListener('error', () => { note.textContent = `${playing.f} cannot be played; it has to be in the folder of this page.`; });
audio.addEventListener('timeupdate', () => {
  const words = playing ? playing.words.map(([made]) => made) : [];
  const now = audio.paused ? null : words.filter(each => Number(each.dataset.t) <= audio.currentTime * 1000 + 10).pop();
  document.querySelectorAll('.now').forEach(each => { if (each !== now) each.classList.remove('now'); });
  if (now) now.classList.add('now');
});

/** As the list beside this page: file, locale if it is known, text. */
const references = () => rows.filter(isSaved)
  .map(row => [row.f, ...(row.l ? [row.l] : []), oneLine(row.text.value)].join('\t') + '\n').join('');

document.getElementById('save').addEventListener('click', () => {
  const address = URL.createObjectURL(new Blob([references()], { type: 'text/tab-separated-values' }));
  el('a', { href: address, download: 'refs.tsv' }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
});

document.getElementById('open').addEventListener('change', event => {
  const [file] = event.target.files;
  if (!file) return;
  file.text().then(text => {
    const said = new Map(text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).map(line => line.split('\t'))
      .filter(cells => cells.length > 1).map(cells => [cells[0].trim(), oneLine(cells[cells.length - 1])]));
    const found = rows.filter(row => said.get(row.f));
    for (const row of found) {
      row.text.value = said.get(row.f);
      row.done.checked = true;
      row.out.checked = false;
      keep(row);
    }
    note.textContent = found.length ? '' : `${file.name} has no text of these files.`;
  });
});

data.rows.forEach((shown, i) => rows.push(make(shown, i)));
document.getElementById('rows').append(...rows.map(row => row.box));
labels();
rows.slice(0, 1).forEach(show);
rows.forEach(row => { row.box.classList.toggle('isdone', row.done.checked && !row.out.checked); row.box.classList.toggle('isout', row.out.checked); });
