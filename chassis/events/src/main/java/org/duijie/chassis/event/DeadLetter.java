package org.duijie.chassis.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A record that this service could not read, kept whole so that it can be replayed once the reason is mended. */
@Entity
@Table(name = "dead_letter")
public class DeadLetter {

    @Id
    UUID id;

    String topic;

    int partition;

    @Column(name = "record_offset")
    long offset;

    @Nullable
    String key;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> headers;

    byte @Nullable [] data;

    String cause;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "replayed_at")
    @Nullable
    Instant replayedAt;
}
