package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.replica.Cause;
import org.hibernate.annotations.Immutable;
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
    private @Nullable UUID causeEventId;

    @Column
    private String causeType;

    @Column
    private Instant causeTime;

    @Column
    private @Nullable String causeTraceparent;

    MatchEvent() {}

    MatchEvent(
            MatchEventKey key,
            MatchEventType type,
            Instant at,
            MatchedNeed need,
            MatchedOffer offer,
            int scorePpm,
            ReasonCode reasonCode,
            Text reason,
            Cause cause) {
        this.key = key;
        this.type = type;
        this.at = at;
        this.needId = need.id();
        this.needTitle = need.title();
        this.divisionCode = need.divisionCode();
        this.divisionName = need.divisionName();
        this.offerId = offer.id();
        this.offerTitle = offer.title();
        this.scorePpm = scorePpm;
        this.reasonCode = reasonCode;
        this.reasonZh = reason.zh();
        this.reasonEn = reason.en();
        this.causeEventId = cause.eventId();
        this.causeType = cause.type();
        this.causeTime = cause.time();
        this.causeTraceparent = cause.traceparent();
    }

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

    Cause cause() {
        return new Cause(causeEventId, causeType, causeTime, causeTraceparent);
    }
}
