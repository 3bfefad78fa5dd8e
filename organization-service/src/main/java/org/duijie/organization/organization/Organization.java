package org.duijie.organization.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.time.BusinessDay;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A social organization: {@code REGISTERED → VERIFIED ⇄ SUSPENDED}, and from each of them {@code DEREGISTERED} for
 * good. What it is, is read from its credit code and never changes; where it stands is stated by the office that keeps
 * its registration.
 */
@Entity
public class Organization {

    @Id
    private UUID id;

    /** 1 when registered, one more with every change. */
    @Version
    private long version = 1;

    private String creditCode;
    private String name;
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private OrganizationType type;

    @Enumerated(EnumType.STRING)
    private OrganizationLevel level;

    private String registrarDivision;

    @Enumerated(EnumType.STRING)
    private OrganizationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<StatusChange> statusHistory;

    @JdbcTypeCode(SqlTypes.JSON)
    private Standing standing;

    /** Kept apart from what is public; empty for whoever they do not concern. */
    @ElementCollection(fetch = FetchType.EAGER) // an answer may show them after a command that did not look at them
    @CollectionTable(name = "related_party")
    @OrderColumn(name = "position")
    @Column(name = "credit_code")
    @BatchSize(size = 200)
    private List<String> relatedParties = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable CreditCodeOverride creditCodeOverride;

    /** Counted by this service; absent before its first project. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Promises promises;

    private Instant createdAt;
    private Instant updatedAt;

    /** Where it stood when it was read; absent for a new one. */
    @Transient
    private @Nullable OrganizationStatus stood;

    @Transient
    private final List<OrganizationEvent> events = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Organization() {}

    /**
     * Enters an organization in the registry.
     *
     * @param profile what it says of itself
     * @param override why a code whose check fails is admitted all the same
     */
    static Organization register(
            UUID id,
            CreditCode creditCode,
            OrganizationType type,
            OrganizationProfile profile,
            @Nullable CreditCodeOverride override,
            Instant now) {
        Organization organization = new Organization();
        organization.id = id;
        organization.creditCode = creditCode.value();
        organization.type = type;
        organization.level = creditCode.level();
        organization.registrarDivision = creditCode.registrarDivision();
        organization.statusHistory = List.of();
        organization.standing = Standing.UNKNOWN;
        organization.say(profile);
        organization.creditCodeOverride = override;
        organization.createdAt = now;
        organization.become(OrganizationStatus.REGISTERED, null, now);
        organization.events.add(new OrganizationEvent.Registered(organization));
        return organization;
    }

    /** The office that keeps the registration confirms that the organization is what it says. */
    void verify(Instant now) {
        if (status != OrganizationStatus.REGISTERED) {
            throw OrganizationProblem.NOT_AWAITING_VERIFICATION.because(
                    "该组织当前状态为“" + status.label().zh() + "”，不能再次核实。",
                    "The organization is " + status.label().en() + "; it cannot be verified again.");
        }
        become(OrganizationStatus.VERIFIED, null, now);
        events.add(new OrganizationEvent.Verified(this));
    }

    void suspend(String reason, Instant now) {
        if (status != OrganizationStatus.VERIFIED) {
            throw OrganizationProblem.NOT_VERIFIED.because(
                    "该组织当前状态为“" + status.label().zh() + "”，只有已核实的组织可以暂停。",
                    "The organization is " + status.label().en() + "; only a verified one can be suspended.");
        }
        become(OrganizationStatus.SUSPENDED, reason, now);
        events.add(new OrganizationEvent.Suspended(this));
    }

    void reinstate(Instant now) {
        if (status != OrganizationStatus.SUSPENDED) {
            throw OrganizationProblem.NOT_SUSPENDED.because(
                    "该组织当前状态为“" + status.label().zh() + "”，没有需要解除的暂停。",
                    "The organization is " + status.label().en() + "; there is no suspension to lift.");
        }
        become(OrganizationStatus.VERIFIED, null, now);
        events.add(new OrganizationEvent.Reinstated(this));
    }

    void deregister(Instant now) {
        requireNotDeregistered();
        become(OrganizationStatus.DEREGISTERED, null, now);
        events.add(new OrganizationEvent.Deregistered(this));
    }

    /** Puts the whole standing in place of the one before. Stating the same again changes nothing. */
    void stateStanding(Standing stated, Instant now) {
        requireNotDeregistered();
        if (!stated.equals(standing)) {
            standing = stated;
            updatedAt = now;
            events.add(new OrganizationEvent.StandingChanged(this));
        }
    }

    /** What became of its promises adds up to this; also of one that is deregistered. */
    void keep(Promises counted, Instant now) {
        if (!counted.equals(promises == null ? Promises.NONE : promises)) {
            promises = counted;
            updatedAt = now;
            events.add(new OrganizationEvent.PromisesCounted(this));
        }
    }

    /**
     * Puts another profile in place of the one before. Saying the same again changes nothing. What the registrar
     * confirmed with the verification is no longer the organization's alone: it must not take another's name, nor shed
     * a related party to be matched with its needs.
     *
     * @param byRegistrar whether the office that keeps the registration says so
     */
    void amend(OrganizationProfile amended, boolean byRegistrar, Instant now) {
        requireNotDeregistered();
        if (amended.equals(OrganizationProfile.of(this))) {
            return;
        }
        if (status != OrganizationStatus.REGISTERED && !byRegistrar) {
            requireConfirmedKept(amended);
        }
        say(amended);
        updatedAt = now;
        events.add(new OrganizationEvent.Amended(this));
    }

    private void requireConfirmedKept(OrganizationProfile amended) {
        if (!amended.name().equals(name)) {
            throw OrganizationProblem.NAME_CONFIRMED.at(
                    "#/name", "名称已由登记机关核实。", "The registrar has confirmed the name.");
        }
        if (!amended.relatedParties().containsAll(relatedParties)) {
            throw OrganizationProblem.RELATED_PARTY_CONFIRMED.at(
                    "#/relatedParties", "关联方已由登记机关核实，只可增加。", "They were confirmed by the registrar; add only.");
        }
    }

    private void say(OrganizationProfile said) {
        name = said.name();
        description = said.description();
        if (!relatedParties.equals(said.relatedParties())) {
            relatedParties.clear();
            relatedParties.addAll(said.relatedParties());
        }
    }

    Eligibility eligibilityOn(LocalDate day) {
        return Eligibility.of(statusHistory, standing, day);
    }

    /** The first thing that keeps it from taking part on a day, if anything does. */
    public Optional<Obstacle> obstacleOn(LocalDate day) {
        return eligibilityOn(day).obstacles().stream().findFirst();
    }

    public boolean isVerified() {
        return status == OrganizationStatus.VERIFIED;
    }

    @PostLoad
    void read() {
        stood = status;
    }

    @Nullable
    OrganizationStatus stood() {
        return stood;
    }

    /** What happened since the last call, oldest first. */
    List<OrganizationEvent> takeEvents() {
        List<OrganizationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void requireNotDeregistered() {
        if (status == OrganizationStatus.DEREGISTERED) {
            throw OrganizationProblem.DEREGISTERED.problem();
        }
    }

    private void become(OrganizationStatus next, @Nullable String reason, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, BusinessDay.ZONE);
        status = next;
        statusHistory = Stream.concat(statusHistory.stream(), Stream.of(new StatusChange(next, today, reason)))
                .toList();
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    public String creditCode() {
        return creditCode;
    }

    String name() {
        return name;
    }

    @Nullable
    String description() {
        return description;
    }

    OrganizationType type() {
        return type;
    }

    OrganizationLevel level() {
        return level;
    }

    String registrarDivision() {
        return registrarDivision;
    }

    OrganizationStatus status() {
        return status;
    }

    StatusChange lastChange() {
        return statusHistory.getLast();
    }

    Standing standing() {
        return standing;
    }

    @Nullable
    Promises promises() {
        return promises;
    }

    List<String> relatedParties() {
        return List.copyOf(relatedParties);
    }

    @Nullable
    CreditCodeOverride creditCodeOverride() {
        return creditCodeOverride;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
