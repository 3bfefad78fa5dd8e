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

/** One entry of a subscription's stream. It tells the pair, or what is watched, as it was then, and never changes. */
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
    private @Nullable UUID needId;

    @Column
    private @Nullable String needTitle;

    @Column
    private @Nullable String divisionCode;

    @Column
    private @Nullable String divisionName;

    @Column
    private @Nullable UUID offerId;

    @Column
    private @Nullable String offerTitle;

    @Column
    private @Nullable Integer scorePpm;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable WatchedOrganization organization;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable WatchedProject project;

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

    /** Absent where it tells no pair; likewise the offer and the score. */
    @Nullable
    MatchedNeed need() {
        return needId == null || needTitle == null || divisionCode == null
                ? null
                : new MatchedNeed(needId, needTitle, divisionCode, divisionName);
    }

    @Nullable
    MatchedOffer offer() {
        return offerId == null || offerTitle == null ? null : new MatchedOffer(offerId, offerTitle);
    }

    @Nullable
    Integer scorePpm() {
        return scorePpm;
    }

    @Nullable
    WatchedOrganization organization() {
        return organization;
    }

    @Nullable
    WatchedProject project() {
        return project;
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
