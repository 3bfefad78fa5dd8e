package org.duijie.organization.delegation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Matter;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A principal lets a partner platform act for it in some matters until a day. It is {@code ACTIVE} at once and ends
 * once: {@code REVOKED} by its principal, or {@code EXPIRED} after its last day. What was granted never changes, so that
 * a history that names a delegation can be read for ever.
 */
@Entity
class Delegation {

    /** The longest that somebody may let go of a right without looking at it again. */
    static final int YEARS_AT_MOST = 1;

    @Id
    private UUID id;

    /** 1 when granted, one more when it ends. */
    @Version
    private long version = 1;

    @Embedded
    private Principal principal;

    /** The client id by which the identity provider knows the platform. */
    private String platform;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Matter> matters;

    private LocalDate validUntil;
    private String reason;

    @Enumerated(EnumType.STRING)
    private DelegationStatus status = DelegationStatus.ACTIVE;

    /** The account that granted it; for the audit. */
    private String grantedBy;

    private Instant grantedAt;
    private @Nullable String revocationReason;

    /** The account that revoked it; for the audit. */
    private @Nullable String revokedBy;

    /** When it was revoked or expired. */
    private @Nullable Instant endedAt;

    @Transient
    private final List<DelegationEvent> events = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Delegation() {}

    /**
     * Lets a platform act for a principal from now on.
     *
     * @param by the account that grants
     * @param today the last day is neither before it nor more than a year after it
     */
    static Delegation grant(
            UUID id,
            Principal principal,
            String platform,
            List<Matter> matters,
            LocalDate validUntil,
            String reason,
            String by,
            LocalDate today,
            Instant now) {
        requireOwn(principal, matters);
        requirePeriod(validUntil, today);
        Delegation delegation = new Delegation();
        delegation.id = id;
        delegation.principal = principal;
        delegation.platform = platform;
        delegation.matters = matters.stream().sorted().toList();
        delegation.validUntil = validUntil;
        delegation.reason = reason;
        delegation.grantedBy = by;
        delegation.grantedAt = now;
        delegation.events.add(new DelegationEvent.Granted(delegation));
        return delegation;
    }

    private static void requireOwn(Principal principal, List<Matter> matters) {
        for (int i = 0; i < matters.size(); i++) {
            if (!principal.has(matters.get(i))) {
                throw DelegationProblem.MATTER_NOT_ITS_OWN.at(
                        "#/matters/" + i, "委托方没有该事项。", "The principal has no such matter.");
            }
        }
    }

    private static void requirePeriod(LocalDate validUntil, LocalDate today) {
        if (validUntil.isBefore(today)) {
            throw DelegationProblem.PERIOD_PASSED.at("#/validUntil", "期限已过。", "The last day is over.");
        }
        if (validUntil.isAfter(today.plusYears(YEARS_AT_MOST))) {
            throw DelegationProblem.PERIOD_TOO_LONG.at(
                    "#/validUntil",
                    "最晚为 " + today.plusYears(YEARS_AT_MOST) + "。",
                    "The latest is " + today.plusYears(YEARS_AT_MOST) + ".");
        }
    }

    /**
     * Takes it back; the platform may do nothing more with it.
     *
     * @param by the account that revokes
     */
    void revoke(String why, String by, Instant now) {
        requireActive();
        status = DelegationStatus.REVOKED;
        revocationReason = why;
        revokedBy = by;
        endedAt = now;
        events.add(new DelegationEvent.Revoked(this));
    }

    /** Closes a delegation whose last day is over. Nobody could use it since: services look at the day themselves. */
    void expire(LocalDate today, Instant now) {
        requireActive();
        if (!isOver(today)) {
            throw DelegationProblem.PERIOD_NOT_PASSED.problem();
        }
        status = DelegationStatus.EXPIRED;
        endedAt = now;
        events.add(new DelegationEvent.Expired(this));
    }

    boolean isOver(LocalDate today) {
        return validUntil.isBefore(today);
    }

    private void requireActive() {
        if (status != DelegationStatus.ACTIVE) {
            throw DelegationProblem.NOT_ACTIVE.because(
                    "该委托当前状态为“" + status.label().zh() + "”。",
                    "The delegation is " + status.label().en() + ".");
        }
    }

    /** What happened since the last call, oldest first. */
    List<DelegationEvent> takeEvents() {
        List<DelegationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Principal principal() {
        return principal;
    }

    String platform() {
        return platform;
    }

    List<Matter> matters() {
        return matters;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    String reason() {
        return reason;
    }

    DelegationStatus status() {
        return status;
    }

    String grantedBy() {
        return grantedBy;
    }

    Instant grantedAt() {
        return grantedAt;
    }

    @Nullable
    String revocationReason() {
        return revocationReason;
    }

    @Nullable
    String revokedBy() {
        return revokedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
