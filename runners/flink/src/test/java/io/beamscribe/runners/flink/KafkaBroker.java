// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A broker of Kafka, as a process of its own that is its own controller. */
final class KafkaBroker implements AutoCloseable {
  private static final String CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg";

  private final Process process;
  private final String address;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;
  private final KafkaProducer<byte[], byte[]> bytes;

  private KafkaBroker(Process process, String address) {
    this.process = process;
    this.address = address;
    this.admin = Admin.create(Map.of("bootstrap.servers", address));
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address), new StringSerializer(), new StringSerializer());
    this.bytes =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Starts one.
   *
   * @param libraries folder of its jars
   * @param folder for its data and log
   */
  static KafkaBroker start(Path libraries, Path folder) throws Exception {
    Files.createDirectories(folder);
    int port = Ports.free();
    int controller = Ports.free();
    Path settings =
        Files.writeString(
            folder.resolve("server.properties"),
            String.format(
                Locale.ROOT,
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                """,
                port,
                controller,
                folder.resolve("data")));
    Process format =
        java(libraries, folder, "kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", settings);
    if (!format.waitFor(2, TimeUnit.MINUTES) || format.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("log")));
    }
    return new KafkaBroker(java(libraries, folder, "kafka.Kafka", settings), "127.0.0.1:" + port);
  }

  private static Process java(Path libraries, Path folder, Object... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                libraries + File.separator + "*"));
    for (Object word : words) {
      command.add(word.toString());
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  String address() {
    return address;
  }

  void topic(String name, int partitions) throws Exception {
    admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
  }

  /** Adds partitions to a topic. */
  void partitions(String topic, int all) throws Exception {
    admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(all))).all().get();
  }

  /** The keys of what a topic with one partition holds. */
  Set<String> keys(String topic) {
    Set<String> keys = new TreeSet<>();
    read(topic).forEach(each -> keys.add(each.key()));
    return keys;
  }

  private List<ConsumerRecord<String, String>> read(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
      }
    }
    return found;
  }

  /** Writes a message; returns when the broker has it. */
  void send(String topic, int partition, String message) throws Exception {
    producer.send(new ProducerRecord<>(topic, partition, null, message)).get();
  }

  /**
   * Writes a message with a key or none, a value or a tombstone, and headers, of which empty ones
   * have no value; returns when it is there.
   */
  void send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers)
      throws Exception {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(
            topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
    headers.forEach(
        (name, text) ->
            message
                .headers()
                .add(name, text.isEmpty() ? null : text.getBytes(StandardCharsets.UTF_8)));
    bytes.send(message).get();
  }

  /** The values of what a topic with one partition holds. */
  List<String> values(String topic) {
    return read(topic).stream().map(ConsumerRecord::value).toList();
  }

  /** How far a group has come in a partition; 0 where it has committed nothing. */
  long committed(String group, String topic, int partition)
      throws ExecutionException, InterruptedException {
    OffsetAndMetadata offset =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get()
            .get(new TopicPartition(topic, partition));
    return offset == null ? 0 : offset.offset();
  }

  @Override
  public void close() throws InterruptedException {
    producer.close(Duration.ofSeconds(5));
    bytes.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
    process.destroyForcibly().waitFor();
  }
}
