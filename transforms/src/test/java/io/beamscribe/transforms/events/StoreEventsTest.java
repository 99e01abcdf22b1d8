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
import org.junit.jupiter.params.provider.CsvSource;
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
        "{\"Records\":null}",
        "{\"Records\":7}",
        "{\"Message\":\"hello\"}",
        "{\"Message\":null}",
      })
  void refusesWhatIsNoEvent(String message) {
    assertThatThrownBy(() -> told(message)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "null > record 2 names no event",
        "3 > record 2 names no event",
        "\"x\" > record 2 names no event",
        "[] > record 2 names no event",
        "{} > record 2 names no event",
        "{\"eventName\":7} > record 2 names no event",
        "{\"eventName\":\"ObjectCreated:Put\"} > record 2 names no bucket",
        "{\"eventName\":\"ObjectCreated:Put\",\"s3\":[]} > record 2 names no bucket",
        "{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{},\"object\":{\"key\":\"k\"}}}"
            + " > record 2 names no bucket",
        "{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"a/b\"}}}"
            + " > record 2 names a bucket with a slash",
        "{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":7}}}"
            + " > record 2 names no object",
        "{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"\"}}}"
            + " > record 2 names no object",
      })
  void aBadRecordCostsNoGoodOne(String bad, String fault) throws Exception {
    StoreEvents told =
        told(
            amazon(
                RECORD.formatted("ObjectCreated:Put", "a.wav")
                    + ","
                    + bad
                    + ","
                    + RECORD.formatted("ObjectCreated:Put", "b.wav")));
    assertThat(told.created())
        .extracting(CreatedObject::address)
        .containsExactly("s3a://calls/a.wav", "s3a://calls/b.wav");
    assertThat(told.faults()).containsExactly(fault);
  }

  @Test
  void takesTheRecordsBeforeAMessageBreaksOff() throws Exception {
    String good = RECORD.formatted("ObjectCreated:Put", "a.wav");
    StoreEvents told = told("{\"Records\":[" + good + "," + good.substring(0, 200));
    assertThat(told.created()).extracting(CreatedObject::address).contains("s3a://calls/a.wav");
    assertThat(told.faults()).containsExactly("the message breaks off after record 1");
    assertThat(told("{\"Records\":[{\"eventName\":").faults())
        .containsExactly("the message breaks off after record 0");
    assertThat(created(amazon(good) + " and more")).containsExactly("s3a://calls/a.wav");
  }

  @Test
  void takesAKeyThatIsNotEncodedAsItIs() throws Exception {
    StoreEvents told = told(amazon(RECORD.formatted("ObjectCreated:Put", "in/bad%zz.wav")));
    assertThat(told.created().get(0).spellings()).containsExactly("s3a://calls/in/bad%zz.wav");
    assertThat(told.created().get(0).fault())
        .isEqualTo("Its name in the event is not URL-encoded.");
    assertThat(
            told(amazon(RECORD.formatted("ObjectCreated:Put", "a+b.wav")))
                .created()
                .get(0)
                .spellings())
        .containsExactly("s3a://calls/a b.wav", "s3a://calls/a+b.wav");
  }

  @Test
  void takesAnObjectOnceAMessageAndOneThatCameBackFromAnArchive() throws Exception {
    String put = RECORD.formatted("ObjectCreated:Put", "a.wav");
    assertThat(created(amazon(put + "," + put))).containsExactly("s3a://calls/a.wav");
    assertThat(created(amazon(RECORD.formatted("ObjectRestore:Completed", "a.wav"))))
        .containsExactly("s3a://calls/a.wav");
    assertThat(created(amazon(RECORD.formatted("ObjectRestore:Post", "a.wav")))).isEmpty();
    assertThat(told("{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":\"b\"}}").faults())
        .containsExactly("names no bucket");
  }

  @Test
  void takesWhatListingWouldFind() {
    InputFilter wanted =
        new InputFilter(
            List.of("s3a://calls/in/", "s3a://calls/more/**/*.wav"),
            "s3a://calls/in/out",
            FileSelection.ALL);
    assertThat(wanted.path("s3a://calls/in/a/b.wav")).contains("in/a/b.wav");
    // The marker of a folder may hold content; without any it is ignored as no audio.
    assertThat(wanted.path("s3a://calls/in/a/")).contains("in/a/");
    assertThat(wanted.path("s3a://calls/more/b.wav")).contains("more/b.wav");
    assertThat(wanted.path("s3a://calls/more/x/b.wav")).contains("more/x/b.wav");
    assertThat(
            List.of(
                "s3a://calls/in/a/.b.wav",
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
    StoreEvents told = told(message);
    assertThat(told.faults()).isEmpty();
    return told.created().stream().map(CreatedObject::address).toList();
  }

  private static StoreEvents told(String message) throws IOException {
    return StoreEvents.of(message.getBytes(StandardCharsets.UTF_8));
  }
}
