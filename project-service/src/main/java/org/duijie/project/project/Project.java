package org.duijie.project.project;

import jakarta.persistence.Embedded;
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
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.duijie.project.statistics.Cell;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The carrying-out of one agreement by one organization in one county. Its id is the agreement's, so that there cannot be
 * two of them:
 *
 * <pre>
 * AGREED ──start──▶ RUNNING ──complete──▶ COMPLETED ──close──▶ CLOSED
 *    │                 │
 *    └───terminate─────┴──▶ TERMINATED
 * </pre>
 *
 * Where it lies in every cut is kept as on the day of the agreement. Each verb checks and changes; who may use it is
 * decided by {@link ProjectAccess}; what time it is, the caller says.
 */
@Entity
// An entry changes the totals alone: what was agreed is not written again with each.
@DynamicUpdate
public class Project {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status = ProjectStatus.AGREED;

    private UUID needId;
    private long needVersion;
    private UUID offerId;

    @Embedded
    private Implementer implementer;

    private String divisionCode;
    private String divisionName;
    private String title;

    @Enumerated(EnumType.STRING)
    private Field field;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Embedded
    private ProjectTerms terms;

    private long valueFen;
    private LocalDate agreedOn;
    private Instant agreedAt;
    private Instant updatedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant terminatedAt;
    private @Nullable String terminationReason;

    /** Thousandths of each item's unit that a terminated project does not deliver, by the item's place in the need. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<Integer, Long> released;

    private @Nullable String leftoverPurpose;
    private @Nullable String finalDisclosure;
    private @Nullable LocalDate finalDisclosureOn;

    @Embedded
    private Totals totals = Totals.NONE;

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Project() {}

    /**
     * Of what the need was on the day of the agreement.
     *
     * @param version of the need that the agreement is about
     */
    public record Origin(
            UUID id,
            long version,
            String divisionCode,
            String divisionName,
            String title,
            Field field,
            Category category,
            Mode mode) {}

    public static Project agree(
            UUID agreement, Origin need, UUID offer, Implementer by, ProjectTerms terms, LocalDate today, Instant now) {
        Project project = new Project();
        project.id = agreement;
        project.needId = need.id();
        project.needVersion = need.version();
        project.offerId = offer;
        project.implementer = by;
        project.divisionCode = need.divisionCode();
        project.divisionName = need.divisionName();
        project.title = need.title();
        project.field = need.field();
        project.category = need.category();
        project.mode = need.mode();
        project.terms = terms;
        project.valueFen = terms.valueFen();
        project.agreedOn = today;
        project.agreedAt = now;
        project.updatedAt = now;
        return project;
    }

    public void start(Instant now) {
        require(status == ProjectStatus.AGREED, ProjectProblem.NOT_AGREED);
        status = ProjectStatus.RUNNING;
        startedAt = now;
        updatedAt = now;
    }

    /** Something that was to be reached by a day was reached. */
    public void reach(int milestone, LocalDate day, Instant now) {
        require(status == ProjectStatus.RUNNING, ProjectProblem.NOT_RUNNING);
        List<ProjectTerms.Milestone> after = terms.milestones().stream()
                .map(one -> one.number() == milestone && one.reachedOn() == null ? one.reached(day) : one)
                .toList();
        terms = new ProjectTerms(terms.items(), after, terms.periodStart(), terms.periodEnd(), terms.conditions());
        updatedAt = now;
    }

    void complete(Instant now) {
        require(status == ProjectStatus.RUNNING, ProjectProblem.NOT_RUNNING);
        require(
                terms.milestones().stream().allMatch(milestone -> milestone.reachedOn() != null),
                ProjectProblem.MILESTONE_OPEN);
        status = ProjectStatus.COMPLETED;
        completedAt = now;
        updatedAt = now;
    }

    /** What is left after completion goes to the same or a near purpose, and which is written down. */
    public void dedicateLeftover(String purpose, Instant now) {
        require(status == ProjectStatus.COMPLETED, ProjectProblem.NOT_COMPLETED);
        PersonalData.refuse(ProjectProblem.PERSONAL_DATA, Map.of("#/purpose", purpose));
        leftoverPurpose = purpose;
        updatedAt = now;
    }

    /** @param disclosure where the final disclosure was published, and when */
    void close(Reckoning reckoning, String disclosure, LocalDate disclosedOn, Instant now) {
        require(status == ProjectStatus.COMPLETED, ProjectProblem.NOT_COMPLETED);
        reckoning.requireSettled(this);
        status = ProjectStatus.CLOSED;
        finalDisclosure = disclosure;
        finalDisclosureOn = disclosedOn;
        closedAt = now;
        updatedAt = now;
    }

    void terminate(Reckoning reckoning, String reason, Instant now) {
        require(status.open(), ProjectProblem.ENDED);
        PersonalData.refuse(ProjectProblem.PERSONAL_DATA, Map.of("#/reason", reason));
        status = ProjectStatus.TERMINATED;
        terminatedAt = now;
        terminationReason = reason;
        released = reckoning.undelivered(this);
        updatedAt = now;
    }

    /** The ledger adds up to something else now. */
    public void recorded(Totals newTotals, Instant now) {
        totals = newTotals;
        updatedAt = now;
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }

    /** Where it lies in every cut. */
    public Cell cell() {
        return new Cell(
                category.name(),
                implementer.level().name(),
                implementer.origin(),
                mode.name(),
                field.name(),
                divisionCode,
                agreedOn.getYear());
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public ProjectStatus status() {
        return status;
    }

    public UUID needId() {
        return needId;
    }

    long needVersion() {
        return needVersion;
    }

    UUID offerId() {
        return offerId;
    }

    public Implementer implementer() {
        return implementer;
    }

    public String divisionCode() {
        return divisionCode;
    }

    public String divisionName() {
        return divisionName;
    }

    public String title() {
        return title;
    }

    Field field() {
        return field;
    }

    Category category() {
        return category;
    }

    Mode mode() {
        return mode;
    }

    public ProjectTerms terms() {
        return terms;
    }

    public long valueFen() {
        return valueFen;
    }

    public LocalDate agreedOn() {
        return agreedOn;
    }

    public Instant agreedAt() {
        return agreedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    Optional<Instant> terminatedAt() {
        return Optional.ofNullable(terminatedAt);
    }

    Optional<String> terminationReason() {
        return Optional.ofNullable(terminationReason);
    }

    public Map<Integer, Long> released() {
        return released == null ? Map.of() : released;
    }

    public Optional<String> leftoverPurpose() {
        return Optional.ofNullable(leftoverPurpose);
    }

    Optional<String> finalDisclosure() {
        return Optional.ofNullable(finalDisclosure);
    }

    Optional<LocalDate> finalDisclosureOn() {
        return Optional.ofNullable(finalDisclosureOn);
    }

    public Totals totals() {
        return totals;
    }
}
