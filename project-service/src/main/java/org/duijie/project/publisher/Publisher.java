package org.duijie.project.publisher;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.duijie.chassis.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A bureau or a platform that hands needs in. It is known by the code of its county or by its client id, and there is
 * one from the moment somebody asks for it: until an office decides, its needs are reviewed one by one.
 */
@Entity
public class Publisher {

    @Id
    private String id;

    /** 0 until an office decided about it. */
    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Trust trust = Trust.REVIEWED;

    private int dailyQuota;

    private @Nullable String reason;

    /** Token subject of whoever decided last. */
    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Publisher() {}

    Publisher(String id, int dailyQuota) {
        this.id = id;
        this.dailyQuota = dailyQuota;
    }

    /** An office says how far it is trusted from now on. */
    void decide(Trust newTrust, int newDailyQuota, String why, String office, Instant now) {
        PersonalData.refuse(PublisherProblem.PERSONAL_DATA, Map.of("#/reason", why));
        if (decidedBy == null) {
            version = 1;
        }
        trust = newTrust;
        dailyQuota = newDailyQuota;
        reason = why;
        decidedBy = office;
        decidedAt = now;
    }

    /** Refuses what comes from a publisher that is blocked. */
    public void requireAdmitted() {
        if (trust == Trust.BLOCKED) {
            throw PublisherProblem.BLOCKED.problem();
        }
    }

    /** Who stands for what it hands in; empty where it is reviewed. */
    public Optional<String> standingReviewer() {
        return trust == Trust.TRUSTED ? Optional.ofNullable(decidedBy) : Optional.empty();
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    Trust trust() {
        return trust;
    }

    public int dailyQuota() {
        return dailyQuota;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
