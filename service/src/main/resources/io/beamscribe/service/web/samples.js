'use strict';
// Collects a tenth of a second of the microphone as 16-bit samples.
class Samples extends AudioWorkletProcessor {
  constructor() {
    super();
    this.kept = new Int16Array(Math.round(sampleRate / 10));
    this.count = 0;
  }

  process(inputs) {
    for (const sample of inputs[0][0] || []) {
      this.kept[this.count++] = Math.max(-32768, Math.min(32767, Math.round(sample * 32768)));
      if (this.count === this.kept.length) {
        this.port.postMessage(this.kept.slice().buffer);
        this.count = 0;
      }
    }
    return true;
  }
}
registerProcessor('samples', Samples);
