// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beamscribe.transforms.listing.InputFilter;
import io.beamscribe.transforms.settings.FileSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages are shortened examples of the publishers' documentation. */
class StoreEventsTest {
  private static final String RECORD =
      """
      {"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1","eventName":"%s",
       "s3":{"s3SchemaVersion":"1.0","configurationId":"c","bucket":{"name":"calls",
       "arn":"arn:aws:s3:::calls"},"object":{"key":"%s","size":1024,
       "eTag":"d41d8cd98f00b204e9800998ecf8427e","versionId":"096fKKXTRTtl3on89fVO.nfljtsv6qko",
       "sequencer":"0055AED6DCD90281E5"}}}\
      """;

  @Test
  void readsWhatAmazonWrites() throws Exception {
    assertThat(created(amazon(RECORD.formatted("ObjectCreated:Put", "in/day+1/a%2Bb%25.mp3"))))
        .containsExactly("s3a://calls/in/day 1/a+b%.mp3");
    assertThat(
            created(
                amazon(
                    RECORD.formatted("ObjectCreated:CompleteMultipartUpload", "%ED%95%9C.wav")
                        + ","
                        + RECORD.formatted("ObjectCreated:Copy", "b.wav"))))
        .containsExactly("s3a://calls/한.wav", "s3a://calls/b.wav");
  }

  @Test
  void readsWhatMinioWrites() throws Exception {
    String record = RECORD.formatted("s3:ObjectCreated:Put", "in%2Fa.wav");
    assertThat(
            created(
                "{\"EventName\":\"s3:ObjectCreated:Put\",\"Key\":\"calls/in/a.wav\",\"Records\":["
                    + record
                    + "]}"))
        .containsExactly("s3a://calls/in/a.wav");
  }

  @Test
  void readsEnvelopesOfSnsAndEventBridge() throws Exception {
    String inner = amazon(RECORD.formatted("ObjectCreated:Put", "a.wav")).replace("\n", "");
    assertThat(
            created(
                "{\"Type\":\"Notification\",\"Message\":\"" + inner.replace("\"", "\\\"") + "\"}"))
        .containsExactly("s3a://calls/a.wav");
    assertThat(
            created(
                """
                {"version":"0","detail-type":"Object Created","source":"aws.s3",
                 "detail":{"bucket":{"name":"calls"},"object":{"key":"day+1/a b.wav","size":5}}}\
                """))
        .containsExactly("s3a://calls/day+1/a b.wav");
  }

  @Test
  void passesOverWhatMakesNoObject() throws Exception {
    assertThat(created(amazon(RECORD.formatted("ObjectRemoved:Delete", "a.wav")))).isEmpty();
    assertThat(created(amazon(RECORD.formatted("s3:ObjectRemoved:DeleteMarkerCreated", "a.wav"))))
        .isEmpty();
    assertThat(created(amazon(""))).isEmpty();
    assertThat(
            created(
                """
                {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-01T00:00:00.000Z",
                 "Bucket":"calls","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR"}\
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "not json",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
        "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},"
            + "\"object\":{\"key\":\"%zz\"}}}]}",
        "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":\"b\"}}",
        "{\"Message\":\"hello\"}",
      })
  void refusesWhatIsNoEvent(String message) {
    assertThatThrownBy(() -> created(message)).isInstanceOf(IOException.class);
  }

  @Test
  void takesWhatListingWouldFind() {
    InputFilter wanted =
        new InputFilter(
            List.of("s3a://calls/in/", "s3a://calls/more/**/*.wav"),
            "s3a://calls/in/out",
            FileSelection.ALL);
    assertThat(wanted.path("s3a://calls/in/a/b.wav")).contains("in/a/b.wav");
    assertThat(wanted.path("s3a://calls/more/b.wav")).contains("more/b.wav");
    assertThat(wanted.path("s3a://calls/more/x/b.wav")).contains("more/x/b.wav");
    assertThat(
            List.of(
                "s3a://calls/in/a/.b.wav",
                "s3a://calls/in/a/",
                "s3a://calls/in/out/transcripts/b.wav.json",
                "s3a://calls/more/b.txt",
                "s3a://calls/other/b.wav",
                "s3a://callsin/in/b.wav"))
        .allSatisfy(address -> assertThat(wanted.path(address)).as(address).isEmpty());
  }

  private static String amazon(String records) {
    return "{\"Records\":[" + records + "]}";
  }

  private static List<String> created(String message) throws IOException {
    return StoreEvents.created(message.getBytes(StandardCharsets.UTF_8));
  }
}
