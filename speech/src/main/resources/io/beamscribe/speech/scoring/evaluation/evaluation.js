'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const page = document.getElementById('page');
const audio = document.querySelector('audio');
const player = document.getElementById('player');
const missing = document.getElementById('missing');
const models = data.summary.models;
const MOST = 200;
let now = null;
let source = null;

function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') element.className = value; else element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

const percent = share => share === null || share === undefined ? '' : (100 * share).toFixed(2) + ' %';

function table(header, rows) {
  const numeric = i => rows.length > 0 && rows.every(row => row[i] === '' || /^[-+]?[\d.,]+( %| s)?$/.test(String(row[i])));
  return el('table', {},
    el('thead', {}, el('tr', {}, ...header.map((cell, i) => el('th', { class: numeric(i) ? 'number' : '' }, cell)))),
    el('tbody', {}, ...rows.map(row => el('tr', {}, ...row.map((cell, i) =>
      el('td', { class: numeric(i) ? 'number' : '' }, cell instanceof Node ? cell : String(cell)))))));
}

function section(title, ...content) {
  const made = el('section', {}, el('h2', {}, title), ...content);
  page.append(made);
  return made;
}

// Of the counts: the rates are rounded, and would be so a second time.
function rate(figures, kind) {
  const errors = ['Substitution', 'Deletion', 'Insertion'].reduce((sum, edit) => sum + figures[kind + edit + 'Count'], 0);
  return figures[kind + 'Count'] === undefined ? '' : percent(errors / Math.max(1, figures[kind + 'Count']));
}

function words(figures) {
  return [rate(figures, 'word'), figures.wordCount, figures.wordSubstitutionCount, figures.wordDeletionCount, figures.wordInsertionCount];
}

const sentences = figures => percent(figures.sentenceErrorCount / Math.max(1, figures.sentenceCount));

function totals() {
  const settings = data.summary.settings;
  const rows = models.map(model => {
    const total = model.total;
    const interval = model.wordErrorRateInterval;
    return [model.name, ...words(total), percent(interval.low) + ' – ' + percent(interval.high), rate(total, 'character'),
      sentences(total), rate(total, 'token')];
  });
  section('Error rates',
    table(['Model', 'Words', 'of', 'Substituted', 'Deleted', 'Inserted', '95 % interval', 'Characters', 'Sentences', 'Tokens'], rows),
    el('p', { class: 'muted' }, `${data.summary.files} files. Normaliser: ${settings.normalizer}, alignment: ${settings.alignment}.`));
}

function comparison() {
  const found = data.summary.comparison;
  if (!found) return;
  const pairs = found.matchedPairs;
  const better = found.wordErrorRateDifference > 0 ? models[1].name : models[0].name;
  const text = pairs.significant
    ? `${better} is better, and that is hardly chance (p = ${pairs.p.toFixed(4)}).`
    : `The difference may be chance (p = ${pairs.p.toFixed(4)}).`;
  section('Comparison', el('p', { class: pairs.significant ? 'good' : '' }, text),
    el('p', { class: 'muted' }, `Difference of word error rates ${percent(found.wordErrorRateDifference)}, 95 % interval ` +
      `${percent(found.interval.low)} – ${percent(found.interval.high)}; probability that ${models[1].name} is better ` +
      `${percent(found.probabilityOfImprovement)}; matched pairs: ${pairs.segments} segments, z = ${pairs.z.toFixed(3)}.`));
}

function parts() {
  const rows = [];
  for (const model of models) {
    for (const [kind, list] of [['locale', model.locales], ['speaker', model.speakers], ['channel', model.channels]]) {
      if (list.length > 1 || kind === 'locale' && list.some(each => each.name)) {
        list.slice(0, 100).forEach(each => rows.push([model.name, kind, each.name, ...words(each), rate(each, 'character'), sentences(each)]));
      }
    }
    for (const each of [model.concatenatedPermutation, model.timeConstrainedPermutation]) {
      if (each) rows.push([model.name, 'conversation', each.name, ...words(each), '', '']);
    }
  }
  if (rows.length) section('By part', table(['Model', 'Part', '', 'Words', 'of', 'Substituted', 'Deleted', 'Inserted', 'Characters', 'Sentences'], rows));
  const speakers = models.filter(model => model.diarization).map(model => {
    const each = model.diarization;
    return [model.name, percent(each.diarizationErrorRate), percent(each.missedRate), percent(each.falseAlarmRate),
      percent(each.confusionRate), percent(each.jaccardErrorRate), `${each.filesWithRightNumberOfSpeakers} of ${each.files}`];
  });
  if (speakers.length) section('Who speaks', table(['Model', 'Error', 'Missed', 'False alarm', 'Confused', 'Jaccard', 'Right number'], speakers));
  const tokens = models.filter(model => model.total.tokenErrors).map(model => {
    const kinds = model.total.tokenErrors;
    return [model.name, ...['punctuation', 'capitalization', 'inverseTextNormalization', 'lexical', 'others'].map(kind => kinds[kind].numberOfEdits)];
  });
  if (tokens.length) section('Errors in the text for readers', table(['Model', 'Punctuation', 'Capital letters', 'Numbers', 'Words', 'Others'], tokens));
  const others = [];
  for (const model of models) {
    if (model.languages) others.push([model.name, 'Language found', percent(model.languages.accuracy)]);
    if (model.wordTimes) others.push([model.name, 'Start of words off by', model.wordTimes.meanStartError.toFixed(3) + ' s']);
  }
  if (others.length) section('Others', table(['Model', '', ''], others));
}

function confidence() {
  const with_ = models.filter(model => model.confidence);
  if (!with_.length) return;
  const box = el('div', { class: 'columns' });
  for (const model of with_) {
    const found = model.confidence;
    const SVG = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(SVG, 'svg');
    const draw = (name, attributes) => {
      const made = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      svg.append(made);
      return made;
    };
    svg.setAttribute('width', 240); svg.setAttribute('height', 240); svg.setAttribute('viewBox', '-20 -10 250 240');
    draw('line', { class: 'ideal', x1: 0, y1: 200, x2: 200, y2: 0 });
    const points = found.curve.map(point => [200 * point.meanConfidence, 200 - 200 * point.accuracy]);
    draw('polyline', { class: 'curve', points: points.map(point => point.join(',')).join(' ') });
    points.forEach(([x, y], i) => {
      const dot = draw('circle', { cx: x, cy: y, r: 3 });
      const title = document.createElementNS(SVG, 'title');
      title.textContent = `${found.curve[i].words} words: confidence ${found.curve[i].meanConfidence.toFixed(3)}, right ${percent(found.curve[i].accuracy)}`;
      dot.append(title);
    });
    draw('text', { x: 130, y: 218 }).textContent = 'confidence';
    draw('text', { x: -15, y: 8 }).textContent = 'right';
    box.append(el('div', {}, el('p', {}, model.name), svg, el('p', { class: 'muted' },
      `Calibration error ${percent(found.expectedCalibrationError)}, normalised cross entropy ` +
      `${found.normalizedCrossEntropy === null || !Number.isFinite(found.normalizedCrossEntropy) ? '–' : found.normalizedCrossEntropy.toFixed(3)}`)));
  }
  section('Confidence', box);
}

function confusions() {
  const box = el('div', { class: 'columns' });
  for (const model of models) {
    const lists = [['Substituted', model.substitutions], ['Deleted', model.deletions], ['Inserted', model.insertions]];
    for (const [title, list] of lists) {
      if (list.length) {
        box.append(el('div', {}, el('p', { class: 'muted' }, `${title}, ${model.name}`),
          table(['Said', 'Recognised', ''], list.slice(0, 15).map(each => [each.reference || '', each.hypothesis || '', each.count]))));
      }
    }
  }
  if (box.children.length) section('Most frequent errors', box);
}

function problems() {
  const found = data.summary.problems;
  if (!found.length) return;
  section('What could not be scored', table(['File', 'Line', 'Reason'],
    found.slice(0, MOST).map(each => [each.file || each.source, each.line || '', each.message])));
}

function play(file, milliseconds) {
  player.hidden = false;
  document.getElementById('playing').textContent = file.f;
  const go = () => { audio.currentTime = Math.max(0, milliseconds) / 1000; audio.play().catch(() => {}); };
  if (source !== file) {
    source = file;
    missing.hidden = Boolean(file.a);
    if (file.a) audio.src = file.a; else audio.removeAttribute('src');
    audio.load();
    audio.addEventListener('loadedmetadata', go, { once: true });
    audio.preload = 'metadata';
  } else if (audio.readyState > 0) {
    go();
  } else {
    audio.addEventListener('loadedmetadata', go, { once: true });
  }
}

audio.addEventListener('error', () => { missing.hidden = false; });
audio.addEventListener('loadedmetadata', () => { missing.hidden = true; });
missing.querySelector('input').addEventListener('change', event => { audio.src = URL.createObjectURL(event.target.files[0]); });
audio.addEventListener('timeupdate', () => {
  const all = source ? [...document.querySelectorAll('.pair[data-t]')].filter(each => each.file === source) : [];
  let next = null;
  for (const each of all) {
    if (Number(each.dataset.t) <= audio.currentTime * 1000 + 10 && (!next || Number(each.dataset.t) >= Number(next.dataset.t))) next = each;
  }
  if (next !== now) {
    if (now) now.classList.remove('now');
    if (next) next.classList.add('now');
    now = next;
  }
});

const KINDS = ['right', 'substituted', 'deleted', 'inserted'];

function pair(file, word, start) {
  const [kind, reference, hypothesis, time, confidence] = word;
  const at = time >= 0 ? time : start;
  const made = el('button', { type: 'button', class: 'pair k' + kind, title: KINDS[kind] + (confidence >= 0 ? `, confidence ${confidence}` : ''), 'aria-label': `${reference || '–'}, ${KINDS[kind]}${kind === 1 || kind === 3 ? ' ' + hypothesis : ''}` },
    el('span', { class: 'r', dir: 'auto' }, reference), el('span', { class: 'h', dir: 'auto' }, hypothesis));
  made.file = file;
  if (at >= 0) made.dataset.t = at;
  made.addEventListener('click', () => play(file, Math.max(0, at)));
  return made;
}

function details(file) {
  const box = el('div', {});
  if (!file.u.length) {
    box.append(el('p', { class: 'muted' }, `Shown word by word are the ${data.shown} files with the most errors; the others are in utterances.csv.`));
  }
  for (const said of file.u) {
    const one = el('div', { class: 'said' });
    if (said.s) one.append(el('p', { class: 'muted' }, said.s));
    said.m.forEach((list, i) => one.append(el('div', { class: 'model' },
      models.length > 1 ? el('p', { class: 'muted' }, models[i].name) : null,
      el('div', { class: 'words' }, ...list.map(word => pair(file, word, said.t))))));
    box.append(one);
  }
  return box;
}

function files() {
  const errors = count => count[1] + count[2] + count[3];
  const share = count => errors(count) / Math.max(1, count[0] + count[1] + count[2]);
  const columns = [['File', file => file.f]];
  if (data.files.some(file => file.l)) columns.push(['Locale', file => file.l]);
  models.forEach((model, i) => {
    const name = models.length > 1 ? ' ' + (i + 1) : '';
    columns.push(['Errors' + name, file => errors(file.c[i])], ['Word error rate' + name, file => share(file.c[i])]);
  });
  if (models.length === 2) columns.push(['Difference', file => errors(file.c[0]) - errors(file.c[1])]);
  let order = { column: columns.findIndex(column => column[0].startsWith('Errors')), down: true };
  let query = '';
  const body = el('tbody');
  const note = el('p', { class: 'muted' });
  const heads = columns.map(([name], i) => {
    const button = el('button', { type: 'button' }, name);
    button.addEventListener('click', () => {
      order = { column: i, down: order.column === i ? !order.down : i > 0 };
      show();
    });
    return el('th', { class: i > 0 ? 'number' : '' }, button);
  });
  const search = el('input', { type: 'search', placeholder: 'Find a file or a word', 'aria-label': 'Find a file or a word' });
  search.addEventListener('input', () => { query = search.value.toLowerCase(); show(); });

  function matches(file) {
    return !query || file.f.toLowerCase().includes(query)
      || file.u.some(said => said.m.some(list => list.some(word => word[0] && (word[1] + ' ' + word[2]).includes(query))));
  }

  function show() {
    const value = columns[order.column][1];
    const found = data.files.filter(matches).map(file => [value(file), file]);
    found.sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : 0) * (order.down ? -1 : 1) || (one.f < other.f ? -1 : 1));
    heads.forEach((head, i) => head.setAttribute('aria-sort', i === order.column ? (order.down ? 'descending' : 'ascending') : 'none'));
    body.replaceChildren(...found.slice(0, MOST).map(([, file]) => row(file)));
    note.textContent = found.length > MOST ? `${MOST} of ${found.length} files are listed; sort or search for others.` : '';
  }

  function row(file) {
    const made = el('tr', { tabindex: 0 }, ...columns.map(([name, value], i) => {
      const cell = value(file);
      return el('td', { class: typeof cell === 'number' ? 'number' : '' }, name.startsWith('Word') ? percent(cell) : String(cell));
    }));
    const open = () => {
      const next = made.nextSibling;
      if (next && next.classList.contains('detail')) { next.remove(); made.classList.remove('open'); return; }
      made.classList.add('open');
      const cell = el('td', { colspan: columns.length }, details(file));
      const detail = el('tr', { class: 'detail' }, cell);
      detail.addEventListener('click', event => event.stopPropagation());
      made.after(detail);
    };
    made.addEventListener('click', open);
    made.addEventListener('keydown', event => { if (event.key === 'Enter' && event.target === made) open(); });
    return made;
  }

  const made = section('Files', search,
    el('p', { class: 'muted legend' }, 'Click a file, then a word to hear it. Above what was said, below what was recognised: ',
      el('span', { class: 'k1' }, 'substituted'), el('span', { class: 'k2' }, 'deleted'), el('span', { class: 'k3' }, 'inserted')),
    el('table', {}, el('thead', {}, el('tr', {}, ...heads)), body), note);
  made.id = 'files';
  show();
}

totals();
comparison();
parts();
confidence();
confusions();
problems();
files();
