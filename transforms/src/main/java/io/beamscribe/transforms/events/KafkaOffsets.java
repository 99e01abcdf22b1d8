// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.events;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits offsets to Kafka; connects on first use. */
final class KafkaOffsets implements OffsetCommitter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(KafkaOffsets.class);

  private final KafkaTopic log;
  private transient @Nullable Admin admin;

  KafkaOffsets(KafkaTopic log) {
    this.log = log;
  }

  @Override
  public boolean commit(TopicPartition partition, long next) {
    try {
      Admin client = admin == null ? Admin.create(log.properties()) : admin;
      admin = client;
      client
          .alterConsumerGroupOffsets(log.group(), Map.of(partition, new OffsetAndMetadata(next)))
          .all()
          .get();
      return true;
    } catch (ExecutionException | KafkaException e) {
      LOG.warn("The offset of {} cannot be committed at {}; retrying", partition, next, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
  }
}
