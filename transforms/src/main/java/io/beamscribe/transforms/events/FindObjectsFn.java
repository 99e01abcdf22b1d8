// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import io.beamscribe.speech.sharing.Lease;
import io.beamscribe.transforms.listing.InputFilter;
import io.beamscribe.transforms.settings.RunSettings;
import io.beamscribe.transforms.telemetry.MetricNames;
import io.beamscribe.transforms.values.ArrivedFile;
import io.beamscribe.transforms.values.AudioFile;
import io.beamscribe.transforms.values.EventPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the objects among the inputs that messages tell of, and what they fail to tell. */
final class FindObjectsFn extends DoFn<LogMessage, ArrivedFile> {
  private static final long serialVersionUID = 1L;
  static final TupleTag<ArrivedFile> FILES = new TupleTag<>() {};
  static final TupleTag<OffsetChange> BEGUN = new TupleTag<>() {};

  private static final Logger LOG = LoggerFactory.getLogger(FindObjectsFn.class);

  private final Counter listed = Metrics.counter(MetricNames.NAMESPACE, MetricNames.FILES_LISTED);
  private final Counter malformed =
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.EVENTS_MALFORMED);
  private final Counter elsewhere =
      Metrics.counter(MetricNames.NAMESPACE, MetricNames.EVENTS_ELSEWHERE);
  private final List<String> inputs;
  private final RunSettings run;
  private transient InputFilter wanted;
  private transient Lease<Unmeant> unmeant;

  FindObjectsFn(List<String> inputs, RunSettings run) {
    this.inputs = inputs;
    this.run = run;
  }

  @Setup
  public void setUp() {
    wanted = new InputFilter(inputs, run.output().root(), run.selection());
    unmeant = Unmeant.lease(run.id(), inputs);
  }

  @Teardown
  public void tearDown() {
    if (unmeant != null) {
      unmeant.close();
    }
  }

  @ProcessElement
  public void find(@Element LogMessage message, MultiOutputReceiver out) {
    List<ArrivedFile> files = new ArrayList<>();
    if (message.missing() > 0) {
      files.add(fault(message, gone(message)));
    } else {
      StoreEvents told = told(message);
      for (CreatedObject object : told.created()) {
        Optional<ArrivedFile> file = file(object, place(message, files.size()));
        file.ifPresent(files::add);
        count(object, file.isPresent());
      }
      if (!told.faults().isEmpty()) {
        malformed.inc();
        files.add(
            ArrivedFile.fault(
                file(message), place(message, files.size()), sentence(told.faults())));
      }
    }
    files.forEach(out.get(FILES)::output);
    listed.inc(files.size());
    out.get(BEGUN).output(OffsetChange.begun(message, files.size()));
  }

  private Optional<ArrivedFile> file(CreatedObject object, EventPosition place) {
    List<AudioFile> spellings = new ArrayList<>();
    for (String address : object.spellings()) {
      wanted
          .path(address)
          .ifPresent(path -> spellings.add(new AudioFile(address, path, -1, "", false)));
    }
    return spellings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ArrivedFile(
                spellings.get(0),
                place,
                spellings.size() > 1 ? spellings.get(1) : null,
                object.fault(),
                null));
  }

  private void count(CreatedObject object, boolean taken) {
    if (taken) {
      unmeant.value().taken();
    } else if (!wanted.covers(object.address())) {
      elsewhere.inc();
      unmeant.value().passed(object.address());
    }
  }

  private StoreEvents told(LogMessage message) {
    if (message.value() == null) {
      return StoreEvents.NONE; // a tombstone
    }
    try {
      return StoreEvents.of(message.value());
    } catch (IOException e) {
      malformed.inc();
      LOG.warn(
          "{}-{} at {} is no event of a store: {}",
          message.topic(),
          message.partition(),
          message.offset(),
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      return StoreEvents.NONE;
    }
  }

  private static ArrivedFile fault(LogMessage message, String sentence) {
    return ArrivedFile.fault(file(message), place(message, 0), sentence);
  }

  /** What stands for a message among the files. */
  private static AudioFile file(LogMessage message) {
    String place =
        String.join(
            "/", message.topic(), message.partition() + "", Long.toString(message.offset()));
    return new AudioFile("kafka://" + place, "_events/" + place, -1, "", true);
  }

  private static EventPosition place(LogMessage message, int index) {
    return new EventPosition(
        message.topic(), message.log(), message.partition(), message.offset(), index);
  }

  private static String gone(LogMessage message) {
    return String.format(
        Locale.ROOT,
        "%d messages up to this one were deleted before they were read; transcribe finds the files"
            + " they named.",
        message.missing());
  }

  private static String sentence(List<String> faults) {
    int most = 10;
    String all = String.join(", ", faults.subList(0, Math.min(most, faults.size())));
    return "This message tells of an object that cannot be found by it: "
        + all
        + (faults.size() > most ? ", and " + (faults.size() - most) + " more." : ".");
  }
}
