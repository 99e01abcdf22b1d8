package io.beamscribe.speech.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Many records in few bytes: as JSON, a line each, deflated. What the names of members and common
 * values are is known before the first record, so that a pack of one is small too. Thread-safe.
 */
public final class JsonPack {
  /** Part of the format: changing it makes earlier packs unreadable. */
  private static final byte[] KNOWN =
      ("{\"status\":\"FAILED\",\"errorKind\":\"INVALID_AUDIO\",\"errorMessage\":\""
           + "\"SKIPPED\"\"talk\":{\"silenceShare\":0.\"overlapShare\":0.\"speakers\":[{\"speaker\":1,"
           + "\"voice\":\"milliseconds\":\"share\":0.\"turns\":\"interruptions\":0,\"timeline\":\"000999"
           + ",\"mark\":\"{\"row\":{\"source\":\".wav\",\"sourceUrl\":\"s3a://.wav\",\"status\":\"SUCCEEDED"
           + "\",\"sizeBytes\":1,\"durationMilliseconds\":1,\"speechMilliseconds\":1,"
           + "\"processingSeconds\":0.0,\"confidence\":\"NaN\",\"words\":0,\"locale\":\"en-US\",\"audio\":{"
           + "\"container\":\"wav\",\"codec\":\"pcm_s16le\",\"sampleRate\":16000,\"channels\":1,"
           + "\"durationMilliseconds\":1,\"headerDurationMilliseconds\":1,\"clippingShare\":0.0,"
           + "\"peakDbfs\":-1.\"levelDbfs\":-2.\"narrowband\":false,\"layout\":\"mono\","
           + "\"truncated\":false}}")
          .getBytes(StandardCharsets.UTF_8);

  private JsonPack() {}

  /** Packs records, in their order. */
  public static byte[] pack(Iterable<?> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Object each : records) {
      lines.writeBytes(Json.writeCompact(each));
      lines.write('\n');
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setDictionary(KNOWN);
      deflater.setInput(lines.toByteArray());
      deflater.finish();
      ByteArrayOutputStream pack = new ByteArrayOutputStream(256);
      byte[] some = new byte[4096];
      while (!deflater.finished()) {
        pack.write(some, 0, deflater.deflate(some));
      }
      return pack.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * Unpacks records.
   *
   * @throws IOException where it is none
   */
  public static <T> List<T> unpack(byte[] pack, Class<T> type) throws IOException {
    byte[] lines = inflated(pack);
    List<T> records = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\n') {
        records.add(Json.readCompact(lines, begin, i - begin, type));
        begin = i + 1;
      }
    }
    return records;
  }

  private static byte[] inflated(byte[] pack) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(KNOWN);
      inflater.setInput(pack);
      ByteArrayOutputStream lines = new ByteArrayOutputStream(4 * pack.length + 64);
      byte[] some = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(some);
        if (count == 0 && !inflater.finished()) {
          throw new IOException("a pack that ends too early");
        }
        lines.write(some, 0, count);
      }
      return lines.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("not a pack", e);
    } finally {
      inflater.end();
    }
  }
}
