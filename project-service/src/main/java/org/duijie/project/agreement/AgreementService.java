package org.duijie.project.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.eligibility.EligibilityStore;
import org.duijie.project.ledger.LedgerService;
import org.duijie.project.ledger.Pledge;
import org.duijie.project.need.Commitments;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedProblem;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedStore;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.project.Implementer;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectEvent;
import org.duijie.project.project.ProjectRepository;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.statistics.Cell;
import org.duijie.project.statistics.Fact;
import org.duijie.project.statistics.Stage;

/**
 * Turns accepted proposals into projects. For each proposal whose capacity is reserved the need is asked: it takes its
 * part on, and there is a project; or it cannot, and that is said with the reason, so that the capacity is given back.
 * Either happens once: a proposal that is told again, whole or as another event, finds what became of it.
 */
@ApplicationScoped
public class AgreementService {

    /** Who writes the pledges of an agreement: both sides did, by accepting it. */
    private static final String BOTH_SIDES = "agreement";

    private final NeedRepository needs;
    private final NeedStore needStore;
    private final ProjectRepository projects;
    private final LedgerService ledger;
    private final Intentions intentions;
    private final EligibilityStore organizations;
    private final Outbox outbox;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    AgreementService(
            NeedRepository needs,
            NeedStore needStore,
            ProjectRepository projects,
            LedgerService ledger,
            Intentions intentions,
            EligibilityStore organizations,
            Outbox outbox,
            InstantSource clock,
            BusinessDay day) {
        this.needs = needs;
        this.needStore = needStore;
        this.projects = projects;
        this.ledger = ledger;
        this.intentions = intentions;
        this.organizations = organizations;
        this.outbox = outbox;
        this.clock = clock;
        this.day = day;
    }

    /** Inside the transaction of the inbox. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(IncomingEvent event) {
        ProposalMessage proposal = event.as(ProposalMessage.class);
        if (proposal.reserved()) {
            answer(proposal);
        }
        boolean intended = proposal.intended()
                && projects.findByIdOptional(proposal.id()).isEmpty()
                && intentions.refusal(proposal.id()).isEmpty();
        needs.findByIdOptional(proposal.needId()).ifPresent(need -> count(proposal, need, intended));
    }

    /** Decides once; asked again by a later state of the proposal, gives the same answer again. */
    private void answer(ProposalMessage proposal) {
        Optional<Project> project = projects.find(proposal.id());
        Optional<AgreementRefused> refusal = intentions.refusal(proposal.id());
        if (project.isEmpty() && refusal.isEmpty()) {
            agree(proposal);
        } else if (intentions.isNews(proposal.id(), proposal.version())) {
            project.ifPresent(made -> outbox.add(new ProjectEvent(made, ProjectEvent.Kind.AGREED)));
            refusal.ifPresent(outbox::add);
        }
    }

    private void agree(ProposalMessage proposal) {
        Instant now = clock.instant();
        try {
            requireEligible(proposal);
            Need need = needs.lock(proposal.needId()).orElseThrow(NeedProblem.NOT_FOUND::problem);
            Map<Integer, Long> part = part(proposal);
            long version = need.version();
            need.commit(part, day.today(), now);
            needStore.store(List.of(), List.of(need));
            begin(proposal, need, version, now);
        } catch (ProblemException refusal) {
            // The need was not changed: it refuses before it changes anything.
            AgreementRefused refused = new AgreementRefused(
                    proposal.id(),
                    proposal.needId(),
                    proposal.offerId(),
                    refusal.type().slug(),
                    now);
            intentions.refuse(refused);
            outbox.add(refused);
        }
    }

    /** Source control: whoever may not take part any more makes no new agreement. */
    private void requireEligible(ProposalMessage proposal) {
        organizations
                .of(proposal.organization().creditCode())
                .flatMap(known -> known.obstacle(day.today()))
                .ifPresent(obstacle -> {
                    throw AgreementProblem.ORGANIZATION_INELIGIBLE.because(obstacle.zh() + "。", obstacle.en() + ".");
                });
    }

    private void begin(ProposalMessage proposal, Need need, long needVersion, Instant now) {
        NeedTerms asked = need.terms();
        Project.Origin origin = new Project.Origin(
                need.id(),
                needVersion,
                asked.divisionCode(),
                need.divisionName(),
                asked.title(),
                asked.field(),
                asked.category(),
                asked.mode());
        Project project = Project.agree(
                proposal.id(),
                origin,
                proposal.offerId(),
                implementer(proposal.organization()),
                terms(proposal, asked),
                day.today(),
                now);
        ledger.open(project, pledges(proposal, project), BOTH_SIDES);
        intentions.count(List.of(new Fact(now, Stage.AGREED, project.cell(), 1, project.valueFen())));
        outbox.add(new ProjectEvent(project, ProjectEvent.Kind.AGREED));
    }

    private static Map<Integer, Long> part(ProposalMessage proposal) {
        return proposal.items().stream()
                .collect(Collectors.toMap(
                        ProposalMessage.Item::item,
                        item -> Commitments.thousandths(item.amount()),
                        // The same item twice: both are wanted.
                        Math::addExact));
    }

    private static Implementer implementer(ProposalMessage.Organization organization) {
        return new Implementer(
                organization.id(),
                organization.creditCode(),
                organization.name(),
                organization.level(),
                organization.type(),
                organization.registrarDivision(),
                Cell.originOf(organization.level().name(), organization.registrarDivision()));
    }

    private static ProjectTerms terms(ProposalMessage proposal, NeedTerms asked) {
        List<ProjectTerms.Item> items = proposal.items().stream()
                .map(item -> item(item, asked.items().get(item.item())))
                .toList();
        List<ProjectTerms.Milestone> milestones = new ArrayList<>();
        for (ProposalMessage.Milestone one :
                Optional.ofNullable(proposal.milestones()).orElse(List.of())) {
            milestones.add(new ProjectTerms.Milestone(
                    milestones.size() + 1,
                    one.title(),
                    one.dueOn(),
                    one.payment() == null ? null : one.payment().fen(),
                    null));
        }
        return new ProjectTerms(items, milestones, proposal.periodStart(), proposal.periodEnd(), proposal.conditions());
    }

    private static ProjectTerms.Item item(ProposalMessage.Item given, NeedTerms.Item asked) {
        return new ProjectTerms.Item(
                given.item(),
                asked.kind(),
                asked.resourceCode(),
                asked.description(),
                given.amount(),
                asked.unit(),
                given.value().fen());
    }

    /** As they were agreed, or all of each item at the end. */
    private static List<Pledge> pledges(ProposalMessage proposal, Project project) {
        List<Pledge> pledges = new ArrayList<>();
        for (ProposalMessage.Instalment one :
                Optional.ofNullable(proposal.pledges()).orElse(List.of())) {
            pledges.add(pledge(
                    pledges.size() + 1,
                    project,
                    one.item(),
                    Optional.ofNullable(one.source())
                            .orElse(project.implementer().creditCode()),
                    one.value().fen(),
                    one.amount(),
                    one.dueOn()));
        }
        if (pledges.isEmpty()) {
            for (ProjectTerms.Item item : project.terms().items()) {
                pledges.add(pledge(
                        pledges.size() + 1,
                        project,
                        item.item(),
                        project.implementer().creditCode(),
                        item.valueFen(),
                        item.quantity(),
                        project.terms().periodEnd()));
            }
        }
        return pledges;
    }

    private static Pledge pledge(
            int number, Project project, int item, String source, long fen, BigDecimal quantity, LocalDate dueOn) {
        boolean funds = project.terms().items().stream().anyMatch(one -> one.item() == item && one.funds());
        return new Pledge(number, item, source, fen, funds ? 0 : Commitments.thousandths(quantity), dueOn);
    }

    private void count(ProposalMessage proposal, Need need, boolean intended) {
        NeedTerms asked = need.terms();
        ProposalMessage.Organization organization = proposal.organization();
        Cell cell = new Cell(
                asked.category().name(),
                organization.level().name(),
                Cell.originOf(organization.level().name(), organization.registrarDivision()),
                asked.mode().name(),
                asked.field().name(),
                asked.divisionCode(),
                day.today().getYear());
        intentions.count(proposal.id(), proposal.version(), intended, cell, proposal.valueFen(), clock.instant());
    }
}
