package org.duijie.project.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.eligibility.Eligibility;
import org.duijie.project.eligibility.EligibilityStore;
import org.duijie.project.evidence.EvidenceStore;
import org.duijie.project.ledger.LedgerReview;
import org.duijie.project.ledger.LedgerReview.Account;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.progress.ProgressStore;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.quality.PublishedPrices;
import org.duijie.project.supervision.RiskDisputes.Dispute;
import org.duijie.project.supervision.RiskFacts.Payment;
import org.duijie.project.supervision.RiskFacts.Price;
import org.jspecify.annotations.Nullable;

/** Gathers what the rules look at, and takes objections in. */
@ApplicationScoped
class RiskService {

    private final LedgerReview ledgers;
    private final ProgressStore progress;
    private final EvidenceStore evidence;
    private final EligibilityStore organizations;
    private final PublishedPrices prices;
    private final RiskDisputes disputes;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final Audit audit;
    private final RowSecurity rows;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    RiskService(
            LedgerReview ledgers,
            ProgressStore progress,
            EvidenceStore evidence,
            EligibilityStore organizations,
            PublishedPrices prices,
            RiskDisputes disputes,
            ProjectRepository projects,
            ProjectAccess access,
            Audit audit,
            RowSecurity rows,
            InstantSource clock,
            BusinessDay day) {
        this.ledgers = ledgers;
        this.progress = progress;
        this.evidence = evidence;
        this.organizations = organizations;
        this.prices = prices;
        this.disputes = disputes;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
        this.rows = rows;
        this.clock = clock;
        this.day = day;
    }

    /** What the rules say of a project today. */
    List<RiskFlag> flags(Project project) {
        // Whether another project shows the same file is known to nobody but the service.
        return RiskRule.flags(rows.asSystem(() -> facts(project)));
    }

    @Transactional
    void dispute(UUID id, RiskRule rule, String reason) {
        Project project = projects.get(id);
        access.requireParty(project);
        PersonalData.refuse(FindingProblem.PERSONAL_DATA, Map.of("#/reason", reason));
        audit.record(access.act("risk.disputed", project, null, null));
        disputes.add(
                id,
                new Dispute(rule, reason, clock.instant()),
                access.actor(project.divisionCode()).id());
    }

    private RiskFacts facts(Project project) {
        LocalDate today = day.today();
        Account account = ledgers.of(project, today);
        List<Payment> payments = account.payments().stream()
                .map(paid -> new Payment(paid.day(), paid.fen(), paid.recipient()))
                .toList();
        return new RiskFacts(
                today,
                project.implementer().creditCode(),
                project.totals().receivedFen(),
                project.totals().disbursedFen(),
                project.totals().returnedFen(),
                account.dueFen(),
                project.totals().standing(),
                account.sources(),
                payments,
                account.lastMovement(),
                progress.days(project.id()),
                overdue(project, today),
                evidence.shared(project.id()),
                related(project, account),
                project.terms().items().stream()
                        .flatMap(item -> price(item).stream())
                        .toList(),
                account.disputedSince());
    }

    private static @Nullable LocalDate overdue(Project project, LocalDate today) {
        return project.status().open()
                ? project.terms().milestones().stream()
                        .filter(milestone -> milestone.overdue(today))
                        .map(ProjectTerms.Milestone::dueOn)
                        .min(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }

    private Map<String, Set<String>> related(Project project, Account account) {
        Map<String, Set<String>> related = new HashMap<>();
        Stream.of(
                        Stream.of(project.implementer().creditCode()),
                        account.sources().stream(),
                        account.payments().stream().map(LedgerReview.Paid::recipient))
                .flatMap(codes -> codes)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(code -> related.put(
                        code,
                        new HashSet<>(organizations
                                .of(code)
                                .map(Eligibility::relatedParties)
                                .orElse(List.of()))));
        return related;
    }

    private Optional<Price> price(ProjectTerms.Item item) {
        NeedTerms.Item asked = new NeedTerms.Item(
                item.kind(), item.resourceCode(), item.description(), item.quantity(), item.unit(), item.valueFen());
        return prices.of(asked)
                .map(fence -> new Price(
                        item.description(),
                        item.unit(),
                        BigDecimal.valueOf(item.valueFen()).divide(item.quantity(), 2, RoundingMode.HALF_UP),
                        fence.fen(),
                        fence.source()));
    }
}
