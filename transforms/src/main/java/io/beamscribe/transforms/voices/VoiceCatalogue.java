// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.voices;

import io.beamscribe.speech.json.Json;
import io.beamscribe.speech.speakers.KnownVoice;
import io.beamscribe.speech.speakers.KnownVoices;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of known voices, one file each, in any storage. Writes are atomic: a concurrent reader
 * sees each voice as it was before or after. Thread-safe.
 */
public final class VoiceCatalogue {
  private static final String JSON = ".json";

  private final String folder;
  private final AtomicFiles files;

  /**
   * @param folder need not exist
   * @param storage how to reach it
   */
  public VoiceCatalogue(String folder, StorageSettings storage) {
    this.files = new AtomicFiles(storage);
    this.folder = folder.replaceFirst("(?<=.)/$", "");
  }

  /**
   * All voices, by name.
   *
   * @throws DamagedVoiceException if the folder holds other JSON files
   * @throws IOException if it cannot be read
   */
  public KnownVoices read() throws IOException {
    List<KnownVoice> voices = new ArrayList<>();
    for (String address : files.list(folder)) {
      if (address.endsWith(JSON)) {
        voices.add(voice(address));
      }
    }
    return new KnownVoices(voices);
  }

  private KnownVoice voice(String address) throws IOException {
    byte[] content = files.read(address).orElseThrow(() -> new IOException(address + " is gone"));
    KnownVoice voice;
    try {
      voice = Json.readCompact(content, KnownVoice.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedVoiceException(address, e);
    }
    boolean whole =
        voice != null && voice.name() != null && voice.model() != null && voice.isComplete();
    if (!whole || !address.endsWith("/" + voice.name() + JSON)) {
      throw new DamagedVoiceException(address, null);
    }
    return voice;
  }

  /** Adds a voice, or replaces the one of the same name. */
  public void write(KnownVoice voice) throws IOException {
    files.write(address(voice.name()), Json.writeCompact(voice));
  }

  /** Whether there is a voice of that name. */
  public boolean has(String name) throws IOException {
    return KnownVoice.isName(name) && files.exists(address(name));
  }

  /** Deletes a voice; false if there is none of that name. */
  public boolean remove(String name) throws IOException {
    if (!has(name)) {
      return false;
    }
    files.delete(address(name));
    return true;
  }

  /** The name without surrounding spaces, in Unicode form NFC. */
  public static String normal(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }

  private String address(String name) {
    return folder + "/" + name + JSON;
  }
}
