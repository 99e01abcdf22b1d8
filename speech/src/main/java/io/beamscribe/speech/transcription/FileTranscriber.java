// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.transcription;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.audio.AudioSource;
import io.beamscribe.speech.engines.EngineLeases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Transcribes files from start to end in the calling thread, with the same result as a pipeline.
 * Models are shared by the process and loaded on first use. Not thread-safe: use one per thread.
 */
public final class FileTranscriber implements AutoCloseable {
  private final AudioTools tools;
  private final EngineLeases engines;
  private final FileCutter cutter;
  private final BlockRecognizer recognizer;
  private final TranscriptBuilder builder;

  /**
   * @param settings with models on this machine
   */
  public FileTranscriber(ResultSettings settings) {
    this.tools = AudioTools.lease(settings.recognition());
    this.engines = new EngineLeases();
    this.cutter = new FileCutter(settings, tools, engines);
    this.recognizer = new BlockRecognizer(settings, tools, engines);
    this.builder = new TranscriptBuilder(settings);
  }

  /**
   * Transcribes a file.
   *
   * @throws SpeechException if the file is to blame
   * @throws IOException if an engine is unavailable
   */
  public FileTranscript transcribe(AudioSource source) throws SpeechException, IOException {
    try (OpenedFile file = cutter.open(source)) {
      List<FileBlock> blocks = file.blocks();
      List<BlockTranscript> parts = new ArrayList<>();
      for (FileBlock block : blocks) {
        parts.add(recognizer.recognize(file.audio(), block));
      }
      return builder.build(source.name(), blocks.get(0), parts);
    }
  }

  @Override
  public void close() {
    engines.close();
    tools.close();
  }
}
