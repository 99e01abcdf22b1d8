// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.recognition.AssessedJson;
import io.beamscribe.service.recognition.SessionLog;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.pronunciation.Assessment;
import io.beamscribe.speech.pronunciation.AssessmentJson;
import io.beamscribe.speech.streaming.LiveAudio;
import io.beamscribe.speech.streaming.LiveAudios;
import io.beamscribe.speech.streaming.LiveListener;
import io.beamscribe.speech.streaming.LiveSession;
import io.beamscribe.speech.text.JoinedPhrases;
import io.beamscribe.speech.transcript.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One turn of a connection: from its context to its end. For one thread at a time. */
final class Turn implements LiveListener, AutoCloseable {
  private final String requestId;
  private final TurnSettings settings;
  private final Outlet outlet;
  private final Opener opener;
  private final LiveSession session;
  private final LiveAudio audio;
  private final Optional<SessionLog> log;

  /** Phrases of the utterance, where it is answered as one. */
  private final List<Phrase> utterance = new ArrayList<>();

  /** What was spoken, where phrases are its translation. */
  private final List<Phrase> spoken = new ArrayList<>();

  /** How the utterance was pronounced. */
  private @Nullable Assessment assessment;

  private boolean detected;
  private boolean answered;
  private boolean ended;

  /** Sends a message to the client. */
  interface Outlet {
    void send(String path, String requestId, String body);
  }

  /** A piece of recognition. */
  interface Piece {
    void run() throws SpeechException;
  }

  /** What turns share. */
  interface Opener {
    /** Opens the recogniser of a turn. */
    LiveSession open(TurnSettings settings, LiveListener listener) throws SpeechException;

    /** The log of a turn, if its endpoint keeps any. */
    Optional<SessionLog> log(TurnSettings settings);

    /** Runs a piece of recognition when it is its turn: as many at a time as this machine can. */
    void fairly(Piece piece) throws SpeechException;
  }

  Turn(String requestId, TurnSettings settings, Opener opener, Outlet outlet)
      throws SpeechException {
    this.requestId = requestId;
    this.settings = settings;
    this.outlet = outlet;
    this.opener = opener;
    this.session = opener.open(settings, this);
    this.log = opener.log(settings);
    this.audio = LiveAudios.any(this::samples);
    ObjectNode start = Jsons.object();
    start.putObject("context").put("serviceTag", UUID.randomUUID().toString().replace("-", ""));
    send("turn.start", start);
  }

  String requestId() {
    return requestId;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Takes the next bytes of audio. */
  void accept(byte[] bytes) throws SpeechException {
    if (!ended) {
      opener.fairly(() -> audio.accept(bytes));
    }
  }

  private void samples(float[] samples, int count) throws SpeechException {
    if (!ended) {
      log.ifPresent(each -> each.accept(samples, count));
      session.accept(samples, count);
    }
  }

  /** The audio has ended: sends what is left, and ends the turn. */
  void finish() throws SpeechException {
    if (!ended) {
      opener.fairly(
          () -> {
            audio.finish();
            session.finish();
          });
      end();
    }
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    long end = PhraseJson.ticks(session.position());
    if (settings.mode() != TurnMode.INTERACTIVE) {
      status(PhraseJson.status("EndOfDictation", end, 0));
    } else if (!answered) {
      status(PhraseJson.status("NoMatch", end, 0));
    }
    send("speech.endDetected", Jsons.object().put("Offset", end));
    outlet.send("turn.end", requestId, "{}");
  }

  /** Ends the turn, as the recognition failed. */
  void fail() {
    if (!ended) {
      ended = true;
      status(PhraseJson.status("Error", PhraseJson.ticks(session.position()), 0));
      outlet.send("turn.end", requestId, "{}");
    }
  }

  @Override
  public void speechStarted(long position) {
    if (!detected) {
      detected = true;
      send("speech.startDetected", Jsons.object().put("Offset", PhraseJson.ticks(position)));
    }
  }

  @Override
  public void partial(Phrase phrase, int stableWords) {
    if (ended) {
      return;
    }
    String text = phrase.best().display();
    if (settings.stableWords() > 0) {
      String[] words = text.split(" ");
      if (stableWords < Math.min(settings.stableWords(), words.length)) {
        return;
      }
      text = String.join(" ", List.of(words).subList(0, Math.min(stableWords, words.length)));
    }
    if (!text.isEmpty()) {
      if (settings.translates()) {
        send("translation.hypothesis", PhraseJson.translatedHypothesis(phrase, text, settings));
      } else {
        send("speech.hypothesis", PhraseJson.hypothesis(phrase, text, settings));
      }
    }
  }

  @Override
  public void spoken(List<Phrase> phrases) {
    spoken.addAll(phrases);
  }

  @Override
  public void assessed(Assessment found) {
    assessment = found;
  }

  @Override
  public void phrase(Phrase phrase) {
    if (ended) {
      return;
    }
    log.ifPresent(each -> each.phrase(phrase));
    if (settings.mode() == TurnMode.INTERACTIVE
        || settings.pronunciation().isPresent()
        || settings.translates()) {
      utterance.add(phrase);
    } else {
      answer(phrase);
    }
  }

  private void answer(Phrase phrase) {
    answered = true;
    if (settings.translates()) {
      send("translation.phrase", PhraseJson.translatedPhrase(phrase, spoken, settings));
    } else {
      ObjectNode json = PhraseJson.phrase(phrase, settings);
      if (assessment != null && settings.pronunciation().isPresent()) {
        AssessedJson.add(AssessmentJson.realTime(assessment, settings.pronunciation().get()), json);
      }
      send("speech.phrase", json);
    }
  }

  @Override
  public void speechEnded(long position) {
    if (!ended && !utterance.isEmpty()) {
      answer(JoinedPhrases.of(utterance));
      if (settings.mode() == TurnMode.INTERACTIVE) {
        end();
      }
    }
    utterance.clear();
    spoken.clear();
    assessment = null;
  }

  @Override
  public void initialSilence(long position) {
    if (!ended) {
      answered = true;
      status(PhraseJson.status("InitialSilenceTimeout", PhraseJson.ticks(position), 0));
      if (settings.mode() == TurnMode.INTERACTIVE) {
        end();
      }
    }
  }

  /** Sends a result without text. */
  private void status(ObjectNode body) {
    send(settings.translates() ? "translation.phrase" : "speech.phrase", body);
  }

  private void send(String path, ObjectNode body) {
    outlet.send(path, requestId, Jsons.write(body));
  }

  @Override
  public void close() {
    ended = true;
    audio.close();
    session.close();
    log.ifPresent(SessionLog::close);
  }
}
