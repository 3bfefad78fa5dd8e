package org.duijie.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.evidence.EvidenceStore;
import org.duijie.project.ledger.Ledger.Posting;
import org.duijie.project.ledger.Ledger.Told;
import org.duijie.project.ledger.LedgerStore.Kept;
import org.duijie.project.need.Actor;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectEvent;
import org.duijie.project.project.ProjectRepository;
import org.duijie.project.project.Totals;
import org.duijie.project.statistics.Fact;
import org.duijie.project.statistics.Stage;

/** What can be done with a ledger. Each command is one transaction: entries, totals, facts and event, or nothing. */
@ApplicationScoped
public class LedgerService {

    private final LedgerStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final EvidenceStore evidence;
    private final Audit audit;
    private final Outbox outbox;
    private final DataSource database;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    LedgerService(
            LedgerStore store,
            ProjectRepository projects,
            ProjectAccess access,
            EvidenceStore evidence,
            Audit audit,
            Outbox outbox,
            DataSource database,
            InstantSource clock,
            BusinessDay day) {
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.evidence = evidence;
        this.audit = audit;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
        this.day = day;
    }

    /** @return the entry */
    @Transactional
    Kept report(UUID id, EntryRequest request) {
        Project project = opened(id, request.book());
        Told told = request.told(project.implementer().creditCode());
        requireEvidence(id, told.evidence());
        Excerpt excerpt = store.excerpt(id, told.book(), told.item(), told.source(), told.transfer());
        Posting posting = new Ledger(project).report(told, excerpt, day.today());
        return write(project, posting, "entry.reported", actor(project, told.book()));
    }

    /** @return the last entry that was written */
    @Transactional
    Kept correct(UUID id, int number, CorrectionRequest request) {
        Entry wrong = store.find(id, number).orElseThrow(() -> notFound(id)).entry();
        Project project = opened(id, wrong.book());
        Told instead = request.instead(wrong);
        if (instead != null) {
            requireEvidence(id, instead.evidence());
        }
        Excerpt excerpt = store.excerpt(id, wrong.book(), wrong.item(), wrong.source(), wrong.transfer());
        Posting posting =
                new Ledger(project).correct(number, wrong, request.reason().strip(), instead, excerpt, day.today());
        return write(project, posting, "entry.corrected", actor(project, wrong.book()));
    }

    /** Opens the ledger of a new project with what both sides promise each other; the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Project project, List<Pledge> pledges, String by) {
        Posting posting = new Ledger(project)
                .open(pledges.stream().map(pledge -> pledge.told(project)).toList());
        project.recorded(posting.totals(), clock.instant());
        projects.persistAndFlush(project);
        try (Connection connection = database.getConnection()) {
            Insert.send(
                    connection,
                    LedgerStore.begin(project.id()),
                    store.rows(project.id(), posting.entries(), new Actor(by, null, null), clock.instant()));
        } catch (SQLException failed) {
            throw new IllegalStateException("The ledger could not be opened", failed);
        }
    }

    /** A project that the caller may not see has no entries either. */
    private RuntimeException notFound(UUID id) {
        access.requireReader(projects.get(id));
        return LedgerProblem.ENTRY_NOT_FOUND.problem();
    }

    private Project opened(UUID id, Book book) {
        Project project = projects.lock(id);
        if (book == Book.COUNTY) {
            access.requireCounty(project);
        } else {
            access.requireOrganization(project);
        }
        return project;
    }

    private Actor actor(Project project, Book book) {
        return access.actor(
                book == Book.COUNTY
                        ? project.divisionCode()
                        : project.implementer().creditCode());
    }

    private void requireEvidence(UUID project, List<String> names) {
        if (!evidence.has(project, names)) {
            throw LedgerProblem.EVIDENCE_MISSING.at(
                    "#/evidence", "有的文件没有上传到本项目。", "Some of the files were not handed in for this project.");
        }
    }

    private Kept write(Project project, Posting posting, String action, Actor by) {
        Instant now = clock.instant();
        Totals before = project.totals();
        Totals after = posting.totals();
        project.recorded(after, now);
        projects.flush();
        try (Connection connection = database.getConnection()) {
            Insert.send(
                    connection,
                    store.rows(project.id(), posting.entries(), by, now),
                    Fact.rows(facts(project, before, after, now)),
                    outbox.rows(List.of(new ProjectEvent(project, ProjectEvent.Kind.RECORDED))),
                    audit.row(access.act(
                            action,
                            project,
                            before.standing().name(),
                            after.standing().name())));
        } catch (SQLException failed) {
            throw new IllegalStateException("The entry could not be written", failed);
        }
        return store.newest(project.id());
    }

    /** 到账 counts what the county confirms. */
    private static List<Fact> facts(Project project, Totals before, Totals after, Instant now) {
        int count = Boolean.compare(after.received(), before.received());
        long fen = after.receivedFen() - before.receivedFen();
        return count == 0 && fen == 0 ? List.of() : List.of(new Fact(now, Stage.RECEIVED, project.cell(), count, fen));
    }
}
