'use strict';
// Shows the captions of the address that the page has. Texts go into text nodes, never into markup.
{
  const captions = document.getElementById('captions');
  const state = document.getElementById('state');
  const parser = new DOMParser();
  const source = new EventSource(location.href);
  source.onopen = () => { state.textContent = ''; };
  source.onerror = () => { state.textContent = 'The connection is lost; trying again.'; };
  source.addEventListener('cue', (event) => {
    const line = document.createElement('div');
    // the first line is the times, the rest may have a voice and escapes
    const text = event.data.split('\n').slice(1).join(' ');
    const voice = /^<v ([^>]*)>/.exec(text);
    const plain = parser.parseFromString(text.replace(/^<v [^>]*>/, ''), 'text/html').documentElement.textContent;
    line.textContent = (voice ? voice[1] + ': ' : '') + plain;
    captions.append(line);
    while (captions.childElementCount > 200) captions.firstElementChild.remove();
    line.scrollIntoView({block: 'end'});
  });
}
