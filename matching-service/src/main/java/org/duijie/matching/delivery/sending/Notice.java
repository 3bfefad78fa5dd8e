package org.duijie.matching.delivery.sending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.subscription.Owned;
import org.hibernate.annotations.Immutable;

/** What an owner must know of one of its endpoints. */
@Entity
@Immutable
@Table(name = "webhook_notice")
class Notice implements Owned {

    @Id
    private UUID id;

    @Column
    private String organization;

    @Column
    private UUID endpointId;

    @Column
    private String url;

    @Column
    private String code;

    @Column
    private String zh;

    @Column
    private String en;

    @Column
    private Instant at;

    Notice() {}

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String organization() {
        return organization;
    }

    UUID endpoint() {
        return endpointId;
    }

    String url() {
        return url;
    }

    String code() {
        return code;
    }

    Text what() {
        return Text.of(zh, en);
    }

    Instant at() {
        return at;
    }
}
