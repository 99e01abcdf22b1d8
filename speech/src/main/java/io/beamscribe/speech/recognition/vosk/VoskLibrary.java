// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.recognition.vosk;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The functions of libvosk 0.3.45 that Beamscribe calls, as C declares them: results are ints, so
 * that -1 for an exception stays visible, and strings are pointers or bytes, so that they depend on
 * no locale and no {@code jna.encoding}. Nothing here guards a lifetime: see {@link NativeHandle}.
 */
final class VoskLibrary {
  /** Kaldi prints what is at or below its level; assertions are -3, errors -2, warnings -1. */
  private static final int SILENT = -4;

  private static final int ERRORS = -2;

  /**
   * Set when the library is loaded, which a JVM can do once only: glibc's function that returns
   * freed memory to the system, empty if there is none.
   */
  private static final AtomicReference<Optional<Function>> MALLOC_TRIM = new AtomicReference<>();

  private VoskLibrary() {}

  /** Loads the library once per JVM; must have returned before any other call. */
  static synchronized void load() throws SpeechException {
    if (MALLOC_TRIM.get() != null) {
      return;
    }
    try {
      ClassLoader loader = VoskLibrary.class.getClassLoader();
      // The library in the jar, never one of the same name that the system happens to have.
      File file = Native.extractFromResourcePath("vosk", loader);
      Native.register(VoskLibrary.class, NativeLibrary.getInstance(file.getPath(), loader));
      if (file.getName().startsWith("jna")) {
        // Unpacked, and mapped by now: a JVM that is killed leaves no 26 MB behind.
        file.delete();
      }
    } catch (IOException | LinkageError e) {
      throw new SpeechException(
          ErrorKind.INTERNAL,
          "The Vosk library could not be loaded for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + " ("
              + firstLine(e)
              + "); it is unpacked into a temporary folder that must allow programs to be run,"
              + " and -Djna.tmpdir=FOLDER names another one",
          e);
    }
    // A child process keeps its standard error to explain a crash; nobody else needs it.
    vosk_set_log_level(Boolean.getBoolean("beamscribe.isolated") ? ERRORS : SILENT);
    MALLOC_TRIM.set(mallocTrim());
  }

  private static Optional<Function> mallocTrim() {
    try {
      return Optional.of(Function.getFunction("c", "malloc_trim"));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty(); // another libc
    }
  }

  /** Returns the memory of closed recognisers, 200 MB each, which malloc would keep. */
  static void returnMemory() {
    Optional<Function> trim = MALLOC_TRIM.get();
    if (trim != null && trim.isPresent()) {
      trim.get().invokeInt(new Object[] {new NativeLong(0)});
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  static native void vosk_set_log_level(int level);

  /** Null if the model cannot be loaded. */
  static native Pointer vosk_model_new(byte[] path);

  static native void vosk_model_free(Pointer model);

  /** Null if none can be created. */
  static native Pointer vosk_recognizer_new(Pointer model, float rate);

  static native void vosk_recognizer_free(Pointer recognizer);

  static native void vosk_recognizer_set_words(Pointer recognizer, int words);

  static native void vosk_recognizer_set_max_alternatives(Pointer recognizer, int count);

  /** 1 at the end of an utterance, 0 within, -1 after an exception. */
  static native int vosk_recognizer_accept_waveform_f(Pointer recognizer, float[] data, int count);

  /** Owned by the recogniser, valid until its next call. */
  static native Pointer vosk_recognizer_partial_result(Pointer recognizer);

  /** Owned by the recogniser, valid until its next call. */
  static native Pointer vosk_recognizer_result(Pointer recognizer);

  /** Owned by the recogniser, valid until its next call. */
  static native Pointer vosk_recognizer_final_result(Pointer recognizer);
}
