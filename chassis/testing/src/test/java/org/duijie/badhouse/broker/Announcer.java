package org.duijie.badhouse.broker;

import org.apache.kafka.common.TopicPartition;

/** Breaks "broker": talks to Kafka past the outbox. */
public record Announcer(TopicPartition partition) {}
