// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.calls;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.analytics.Conversation;
import io.beamscribe.speech.analytics.ConversationStatistics;
import io.beamscribe.speech.calls.phrases.KeyPhrase;
import io.beamscribe.speech.calls.phrases.KeyPhrases;
import io.beamscribe.speech.calls.phrases.StopWords;
import io.beamscribe.speech.calls.rules.CallRules;
import io.beamscribe.speech.calls.said.Cues;
import io.beamscribe.speech.calls.said.Said;
import io.beamscribe.speech.calls.sentiment.Sentiment;
import io.beamscribe.speech.calls.sentiment.SentimentEngine;
import io.beamscribe.speech.calls.sentiment.SentimentEngines;
import io.beamscribe.speech.text.WrittenLanguage;
import io.beamscribe.speech.transcript.CallOptions;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.SpeakerTurn;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the figures about a call in its transcript, without its audio. Not thread-safe. */
public final class CallAnalysis {
  /** Raised with every change that gives other figures for the same transcript. */
  private static final String VERSION = "2";

  private final Transcript transcript;
  private final String locale;
  private final Cues cues;
  private final Floor floor;
  private final List<Said> said = new ArrayList<>();
  private final Map<Integer, Sentiment> sentiments = new HashMap<>();
  private final Roles roles;
  private final Map<Integer, List<SpeakerTurn>> turns;

  private CallAnalysis(Transcript transcript) {
    this.transcript = transcript;
    locale = locale(transcript);
    cues = Cues.of(locale);
    floor = Floor.of(transcript);
    turns = floor.byParty();
    List<Phrase> phrases = transcript.phrases();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> phrases.get(i).startMilliseconds()));
    Map<Integer, Long> talk = new TreeMap<>();
    turns.forEach((party, own) -> talk.put(party, Floor.length(Floor.union(own))));
    roles = new Roles(floor, talk, order.stream().map(phrases::get).toList(), cues);
    for (int i : order) {
      int party = floor.party(phrases.get(i));
      said.add(new Said(i, party, roles.of(party), phrases.get(i)));
    }
  }

  /**
   * The figures of a call.
   *
   * @throws io.beamscribe.speech.calls.rules.RuleException if the rules hold a mistake
   */
  public static Call of(Transcript transcript, CallOptions options) {
    return new CallAnalysis(transcript).call(CallRules.parse(options.rules()), options.sentences());
  }

  /** The language of the phrases that last longest together. */
  private static String locale(Transcript transcript) {
    Map<String, Long> spoken = new TreeMap<>();
    for (Phrase phrase : transcript.phrases()) {
      if (phrase.locale() != null) {
        spoken.merge(phrase.locale(), phrase.durationMilliseconds(), Long::sum);
      }
    }
    Provenance provenance = transcript.provenance();
    if (provenance != null && provenance.translated()) {
      return provenance.language();
    }
    return spoken.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseGet(() -> provenance == null ? "und" : provenance.language());
  }

  private Call call(CallRules rules, @Nullable String sentences) {
    String sentiment = findSentiments(sentences);
    StopWords stopWords = StopWords.of(locale);
    String separator = WrittenLanguage.hasSpaces(WrittenLanguage.of(locale)) ? " " : "";
    Conversation talk =
        ConversationStatistics.of(
            floor.turns(),
            transcript.provenance() == null ? null : transcript.provenance().speakers(),
            transcript.durationMilliseconds());
    List<Silence> silences = Silences.of(floor, said, cues);
    return new Call(
        locale,
        new Call.Engines(
            VERSION,
            sentiment,
            stopWords.isEmpty() ? SentimentEngine.NONE : KeyPhrases.NAME,
            stopWords.isEmpty() ? SentimentEngine.NONE : Summary.NAME,
            Roles.NAME),
        transcript.durationMilliseconds(),
        talk.silenceShare(),
        talk.overlapShare(),
        talk.interruptions(),
        silences.stream().filter(Silence::hold).mapToLong(Silence::durationMilliseconds).sum(),
        silences,
        talk.speakers().stream().map(this::party).toList(),
        said.stream().map(this::phrase).toList(),
        stopWords.isEmpty() ? List.of() : keyPhrases(stopWords, separator),
        rules.categories(said, cues),
        stopWords.isEmpty() ? List.of() : new Summary(said, cues, stopWords, separator).aspects());
  }

  /** Finds the sentiment of each phrase; returns the name of the engine that did. */
  private String findSentiments(@Nullable String sentences) {
    Optional<SentimentEngine> found = SentimentEngines.find(locale, sentences);
    if (found.isEmpty()) {
      return SentimentEngine.NONE;
    }
    try (SentimentEngine engine = found.get()) {
      said.forEach(each -> sentiments.put(each.index(), engine.of(text(each))));
      return engine.name();
    }
  }

  /** As spoken: in the display text oaths are masked. */
  private static String text(Said said) {
    return said.words().stream().map(Word::text).collect(joining(" "));
  }

  private List<KeyPhrase> keyPhrases(StopWords stopWords, String separator) {
    KeyPhrases phrases = new KeyPhrases(stopWords, separator);
    said.stream()
        .filter(each -> each.party() != Floor.NOBODY)
        .forEach(each -> phrases.add(each.words()));
    return phrases.best();
  }

  private Call.SaidPhrase phrase(Said each) {
    return new Call.SaidPhrase(
        each.index(),
        each.party(),
        each.role().label(),
        each.phrase().startMilliseconds(),
        each.phrase().durationMilliseconds(),
        sentiments.get(each.index()));
  }

  private Party party(Conversation.Talker talker) {
    int party = talker.speaker();
    List<SpeakerTurn> own = turns.getOrDefault(party, List.of());
    long talk = Floor.length(Floor.union(own));
    long anybody = Floor.length(Floor.union(floor.turns()));
    long all = turns.values().stream().mapToLong(each -> Floor.length(Floor.union(each))).sum();
    PartyFigures figures =
        new PartyFigures(
            said.stream().filter(each -> each.party() == party).toList(),
            sentiments,
            said.stream().mapToLong(each -> each.phrase().startMilliseconds()).min().orElse(0),
            said.stream().mapToLong(each -> each.phrase().endMilliseconds()).max().orElse(0));
    return new Party(
        party,
        talker.voice(),
        roles.of(party).label(),
        roles.signs(party),
        talk,
        talk / (double) Math.max(1, all),
        anybody - talk,
        (anybody - talk) / (double) Math.max(1, anybody),
        floor.turns(party),
        talker.interruptions(),
        floor.longestMonologue(party),
        figures.wordsPerMinute(),
        figures.charactersPerMinute(),
        figures.questions(),
        figures.sentiment(),
        figures.sentimentAtStart(),
        figures.sentimentAtEnd());
  }
}
