'use strict';
// Speaks the real-time protocol as the SDKs do. Texts go into text nodes, never into markup.
const HEADER_BYTES = 44;

/** The header of a WAV file without sizes: what follows it has no end yet. */
function wavHeader(rate) {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  const letters = (at, text) => [...text].forEach((each, i) => view.setUint8(at + i, each.charCodeAt(0)));
  letters(0, 'RIFF');
  letters(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, 'data');
  return view.buffer;
}

function audioMessage(id, body) {
  const head = new TextEncoder().encode('Path: audio\r\nX-RequestId: ' + id + '\r\n');
  const message = new Uint8Array(2 + head.length + body.byteLength);
  new DataView(message.buffer).setUint16(0, head.length);
  message.set(head, 2);
  message.set(new Uint8Array(body), 2 + head.length);
  return message;
}

const cueTime = (ticks) => new Date(ticks / 1e4).toISOString().slice(11, 23);

/** One turn: from the click that begins it to the end of what was said. */
class Microphone {
  constructor(show) {
    this.show = show;
    this.id = [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('');
  }

  async start(locale, key) {
    this.context = new AudioContext();
    await this.context.audioWorklet.addModule('samples.js');
    const query = new URLSearchParams({language: locale});
    if (key) query.set('Ocp-Apim-Subscription-Key', key);
    const address = new URL('speech/recognition/conversation/cognitiveservices/v1?' + query, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    address.hash = '';
    this.socket = new WebSocket(address);
    this.socket.onmessage = (event) => this.take(event.data);
    this.socket.onclose = (event) => this.end(event.reason);
    await new Promise((resolve, reject) => {
      this.socket.onopen = resolve;
      this.socket.onerror = () => reject(new Error('The service does not answer.'));
    });
    // Last: what is said before all is ready would be lost.
    this.stream = await navigator.mediaDevices.getUserMedia({audio: true});
    this.socket.send('Path: speech.context\r\nX-RequestId: ' + this.id + '\r\n\r\n{}');
    this.send(wavHeader(this.context.sampleRate));
    this.samples = new AudioWorkletNode(this.context, 'samples', {numberOfOutputs: 0});
    this.samples.port.onmessage = (event) => this.send(event.data);
    this.context.createMediaStreamSource(this.stream).connect(this.samples);
    await this.context.resume();
  }

  send(body) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(audioMessage(this.id, body));
  }

  /** What was said until now becomes final, and the service ends the turn. */
  stop() {
    this.release();
    this.send(new ArrayBuffer(0));
  }

  take(text) {
    const at = text.indexOf('\r\n\r\n');
    const path = /^Path: (.*)$/m.exec(text.slice(0, at));
    const body = JSON.parse(text.slice(at + 4));
    switch (path && path[1].trim()) {
      case 'speech.hypothesis':
        this.show.partial(body.Text);
        break;
      case 'speech.phrase':
        if (body.RecognitionStatus === 'Success') {
          this.show.phrase(body.DisplayText, cueTime(body.Offset), cueTime(body.Offset + body.Duration));
        }
        break;
      case 'turn.end':
        this.socket.close();
        break;
    }
  }

  release() {
    if (this.stream) this.stream.getTracks().forEach((each) => each.stop());
    if (this.context && this.context.state !== 'closed') this.context.close();
  }

  end(reason) {
    this.release();
    if (this.socket) this.socket.close();
    this.show.ended(reason);
  }
}

{
  const button = document.getElementById('listen');
  const captions = document.getElementById('captions');
  const partial = document.getElementById('partial');
  const save = document.getElementById('vtt');
  let running = null;
  let cues = [];
  const ended = (reason) => {
    if (!running) return;
    running = null;
    button.disabled = false;
    button.textContent = 'Start';
    partial.textContent = reason;
  };
  const show = {
    partial: (text) => { partial.textContent = text; },
    phrase: (text, from, to) => {
      partial.textContent = '';
      const line = document.createElement('div');
      line.textContent = text;
      captions.append(line);
      cues.push(from + ' --> ' + to + '\n' + text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') + '\n');
      URL.revokeObjectURL(save.href);
      save.href = URL.createObjectURL(new Blob(['WEBVTT\n\n' + cues.join('\n')], {type: 'text/vtt'}));
      save.hidden = false;
    },
    ended,
  };
  button.onclick = async () => {
    if (running) {
      button.disabled = true;
      running.stop();
      return;
    }
    running = new Microphone(show);
    button.disabled = true;
    cues = [];
    captions.replaceChildren();
    save.hidden = true;
    button.textContent = 'Stop';
    const microphone = running;
    try {
      await microphone.start(document.getElementById('spoken').value, document.getElementById('key').value);
      button.disabled = false;
    } catch (failure) {
      microphone.end(failure.message);
    }
  };
}
