'use strict';
// Nothing that the service or a caller says is ever taken for markup: texts go into text nodes.
const API = 'api-version=2025-10-15';
const at = (id) => document.getElementById(id);
const headers = () => (at('key').value ? {'Ocp-Apim-Subscription-Key': at('key').value} : {});

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

/** Addresses of the service as this page reaches it, whatever name it gives itself. */
function here(url) {
  const parsed = new URL(url, location.href);
  return parsed.pathname + parsed.search;
}

async function ask(url, options = {}) {
  const answer = await fetch(here(url), {...options, headers: {...headers(), ...options.headers}});
  if (answer.status === 204) return {};
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message || answer.status);
  return body;
}

let next = null;
async function list(url, keep) {
  const page = await ask(url);
  const rows = at('list');
  if (!keep) rows.replaceChildren();
  for (const each of page.values) {
    const row = element('tr', undefined, rows);
    row.tabIndex = 0;
    element('td', each.displayName, row);
    element('td', each.locale, row);
    element('td', each.createdDateTime, row);
    const progress = each.beamscribe && each.beamscribe.progress;
    const share = progress && progress.audioSeconds
      ? ' ' + Math.round(100 * progress.audioSecondsDone / progress.audioSeconds) + ' %' : '';
    element('td', each.status + share, row).className = each.status;
    row.onclick = row.onkeydown = (event) => {
      if (event.type === 'click' || event.key === 'Enter') show(each);
    };
  }
  next = page['@nextLink'];
  at('more').hidden = !next;
  at('counts').textContent = rows.children.length + ' shown';
}

async function show(each) {
  at('details').hidden = false;
  at('name').textContent = each.displayName + ': ' + each.status;
  const files = at('files');
  files.replaceChildren();
  if (each.properties && each.properties.error) {
    element('p', each.properties.error.message, files).className = 'Failed';
  }
  const all = await ask(each.links.files);
  for (const file of all.values) {
    const content = await (await fetch(here(file.links.contentUrl))).json();
    if (file.kind === 'TranscriptionReport') {
      for (const detail of content.details.filter((one) => one.status === 'Failed')) {
        element('p', detail.source + ': ' + detail.errorKind + '. ' + detail.errorMessage, files).className = 'Failed';
      }
      continue;
    }
    element('h3', file.name, files);
    let player = null;
    if (/^https?:/.test(content.source)) {
      player = element('audio', undefined, files);
      player.controls = true;
      player.preload = 'none';
      player.src = content.source;
    }
    for (const phrase of content.recognizedPhrases) {
      const line = element('div', undefined, files);
      line.className = 'said';
      const seconds = phrase.offsetInTicks / 1e7;
      const jump = element('button', seconds.toFixed(1) + ' s', line);
      jump.onclick = () => { if (player) { player.currentTime = seconds; player.play(); } };
      element('span', (phrase.speaker ? ' Speaker ' + phrase.speaker + ':' : '') + ' ' + phrase.nBest[0].display, line);
    }
  }
  at('details').scrollIntoView();
}

at('fast').onsubmit = async (event) => {
  event.preventDefault();
  const form = new FormData();
  form.append('definition', JSON.stringify({locales: [at('locale').value]}));
  form.append('audio', at('audio').files[0]);
  at('text').textContent = '...';
  try {
    const done = await ask('/speechtotext/transcriptions:transcribe?' + API, {method: 'POST', body: form});
    at('text').textContent = done.combinedPhrases.map((each) => each.text).join('\n');
  } catch (failure) {
    at('text').textContent = failure.message;
  }
};

async function explore() {
  const described = await ask('/openapi.json?version=' + at('version').value);
  const base = new URL(described.servers[0].url).pathname;
  const all = at('operations');
  all.replaceChildren();
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const box = element('details', undefined, all);
      const line = element('summary', undefined, box);
      element('code', method.toUpperCase() + ' ' + path, line);
      element('span', '  ' + operation.summary, line);
      const url = element('input', undefined, box);
      url.size = 80;
      const version = operation.parameters.some((each) => each.name === 'api-version');
      url.value = base + path + (version ? '?api-version=' + at('version').value : '');
      const body = operation.requestBody ? element('textarea', undefined, box) : null;
      const send = element('button', 'Send', box);
      const answer = element('pre', '', box);
      send.onclick = async () => {
        const options = {method: method.toUpperCase(), headers: headers()};
        if (body) { options.body = body.value; options.headers['Content-Type'] = 'application/json'; }
        const got = await fetch(here(url.value), options);
        answer.textContent = got.status + '\n' + await got.text();
      };
    }
  }
}

const queue = () => list('/speechtotext/transcriptions?top=50&' + API)
  .catch((failure) => { at('counts').textContent = failure.message; });
at('more').onclick = () => list(next, true);
at('key').onchange = queue;
at('version').onchange = explore;
queue();
explore();
setInterval(() => { if (!document.hidden && at('list').children.length <= 50) queue(); }, 5000);
