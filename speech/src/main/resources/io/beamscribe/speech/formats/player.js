'use strict';
const audio = document.querySelector('audio');
const words = [...document.querySelectorAll('main [data-t]')];
const starts = words.map(word => Number(word.dataset.t));
const order = starts.map((start, i) => i).sort((a, b) => starts[a] - starts[b] || a - b);
let now = null;

function go(seconds) {
  audio.currentTime = seconds;
  audio.play().catch(() => {});
}

function mark() {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[order[middle]] <= audio.currentTime + 0.01) low = middle + 1; else high = middle;
  }
  const word = low === 0 ? null : words[order[low - 1]];
  const past = word && Number(word.dataset.e) < audio.currentTime - 0.5;
  const next = past ? null : word;
  if (next === now) return;
  if (now) now.classList.remove('now');
  if (next) {
    next.classList.add('now');
    if (!audio.paused) next.scrollIntoView({ block: 'nearest' });
  }
  now = next;
}

function jump() {
  const match = /^#t=([0-9.]+)$/.exec(location.hash);
  if (match) audio.currentTime = Number(match[1]);
}

document.addEventListener('click', event => {
  const target = event.target.closest('[data-t], .time');
  if (!target) return;
  event.preventDefault();
  go(Number(target.dataset.t || target.hash.slice(3)));
});
const missing = document.getElementById('missing');
audio.addEventListener('error', () => { missing.hidden = false; });
if (audio.error) missing.hidden = false;
missing.querySelector('input').addEventListener('change', event => {
  audio.src = URL.createObjectURL(event.target.files[0]);
  missing.hidden = true;
});
audio.addEventListener('timeupdate', mark);
audio.addEventListener('seeked', mark);
audio.addEventListener('loadedmetadata', () => { missing.hidden = true; });
audio.addEventListener('loadedmetadata', jump, { once: true });
window.addEventListener('hashchange', jump);
(function frame() {
  if (!audio.paused) mark();
  requestAnimationFrame(frame);
})();
