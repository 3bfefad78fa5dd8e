package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of a subscription's stream. It tells the pair as it was then, and never changes. */
@Entity
@Immutable
class MatchEvent {

    @EmbeddedId
    @Column
    private MatchEventKey key;

    @Column
    @Enumerated(EnumType.STRING)
    private MatchEventType type;

    @Column
    private Instant at;

    @Column
    private UUID needId;

    @Column
    private String needTitle;

    @Column
    private String divisionCode;

    @Column
    private @Nullable String divisionName;

    @Column
    private UUID offerId;

    @Column
    private String offerTitle;

    @Column
    private int scorePpm;

    @Column
    @Enumerated(EnumType.STRING)
    private ReasonCode reasonCode;

    @Column
    private String reasonZh;

    @Column
    private String reasonEn;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Difference> changes;

    @Column
    private @Nullable UUID causeEventId;

    @Column
    private String causeType;

    @Column
    private Instant causeTime;

    @Column
    private @Nullable String causeTraceparent;

    MatchEvent() {}

    UUID subscription() {
        return key.subscriptionId();
    }

    long number() {
        return key.number();
    }

    MatchEventType type() {
        return type;
    }

    Instant at() {
        return at;
    }

    MatchedNeed need() {
        return new MatchedNeed(needId, needTitle, divisionCode, divisionName);
    }

    MatchedOffer offer() {
        return new MatchedOffer(offerId, offerTitle);
    }

    int scorePpm() {
        return scorePpm;
    }

    ReasonCode reasonCode() {
        return reasonCode;
    }

    Text reason() {
        return Text.of(reasonZh, reasonEn);
    }

    List<Difference> changes() {
        return changes;
    }

    Cause cause() {
        return new Cause(causeEventId, causeType, causeTime, causeTraceparent);
    }
}
