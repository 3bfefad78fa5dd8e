package org.duijie.project.supervision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something that a supervisor found, or that followed from an organization's standing, and that is to be put right:
 *
 * <pre>
 * OPEN ──rectify──▶ RECTIFIED ──recheck, passed──▶ CLOSED
 *   ▲                   │
 *   └──recheck, failed──┘
 * </pre>
 */
@Entity
public class Finding {

    /** What it is about. */
    public enum Kind {
        /** A supervisor found it. */
        SPOT_CHECK,
        /** The organization may no longer take part: who carries the project out is to be settled. */
        ORGANIZATION_INELIGIBLE
    }

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private FindingStatus status = FindingStatus.OPEN;

    private String text;
    private LocalDate dueOn;
    private Instant raisedAt;

    /** Token subject; absent where it followed from a fact. */
    private @Nullable String raisedBy;

    private @Nullable String rectification;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> rectificationEvidence = List.of();

    private @Nullable Instant rectifiedAt;
    private @Nullable String recheck;
    private @Nullable Instant recheckedAt;

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Finding() {}

    static Finding raise(
            UUID id,
            UUID project,
            Kind kind,
            String text,
            LocalDate dueOn,
            @Nullable String by,
            LocalDate today,
            Instant now) {
        require(!dueOn.isBefore(today), FindingProblem.DUE_DAY_UNFIT);
        PersonalData.refuse(FindingProblem.PERSONAL_DATA, Map.of("#/text", text));
        Finding finding = new Finding();
        finding.id = id;
        finding.projectId = project;
        finding.kind = kind;
        finding.text = text;
        finding.dueOn = dueOn;
        finding.raisedBy = by;
        finding.raisedAt = now;
        return finding;
    }

    /** Its side says what was done about it, and shows it. */
    void rectify(String done, List<String> evidence, Instant now) {
        require(status == FindingStatus.OPEN, FindingProblem.NOT_OPEN);
        require(!evidence.isEmpty(), FindingProblem.EVIDENCE_MISSING);
        PersonalData.refuse(FindingProblem.PERSONAL_DATA, Map.of("#/done", done));
        status = FindingStatus.RECTIFIED;
        rectification = done;
        rectificationEvidence = List.copyOf(evidence);
        rectifiedAt = now;
    }

    /** @param newDueOn by when what failed is to be put right */
    void recheck(boolean passed, String remark, @Nullable LocalDate newDueOn, LocalDate today, Instant now) {
        require(status == FindingStatus.RECTIFIED, FindingProblem.NOT_RECTIFIED);
        PersonalData.refuse(FindingProblem.PERSONAL_DATA, Map.of("#/remark", remark));
        if (!passed) {
            if (newDueOn == null || newDueOn.isBefore(today)) {
                throw FindingProblem.DUE_DAY_UNFIT.problem();
            }
            dueOn = newDueOn;
        }
        status = passed ? FindingStatus.CLOSED : FindingStatus.OPEN;
        recheck = remark;
        recheckedAt = now;
    }

    boolean overdue(LocalDate today) {
        return status == FindingStatus.OPEN && dueOn.isBefore(today);
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID projectId() {
        return projectId;
    }

    Kind kind() {
        return kind;
    }

    FindingStatus status() {
        return status;
    }

    String text() {
        return text;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    Optional<String> raisedBy() {
        return Optional.ofNullable(raisedBy);
    }

    Optional<String> rectification() {
        return Optional.ofNullable(rectification);
    }

    List<String> rectificationEvidence() {
        return rectificationEvidence;
    }

    Optional<Instant> rectifiedAt() {
        return Optional.ofNullable(rectifiedAt);
    }

    Optional<String> recheck() {
        return Optional.ofNullable(recheck);
    }

    Optional<Instant> recheckedAt() {
        return Optional.ofNullable(recheckedAt);
    }
}
