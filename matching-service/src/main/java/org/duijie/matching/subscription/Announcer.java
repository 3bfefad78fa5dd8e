package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.project.ProjectRepository;
import org.duijie.matching.replica.Replica;

/** Tells subscriptions what has become of their matches and of what they watch, in the running transaction and in the replica's turn. */
@ApplicationScoped
class Announcer {

    private final MatchEngine engine;
    private final Replica replica;
    private final StandingBasis basis;
    private final MatchJournal journal;
    private final InstantSource clock;
    private final ProjectRepository projects;
    private final Event<Announced> announced;

    @Inject
    Announcer(
            MatchEngine engine,
            Replica replica,
            StandingBasis basis,
            MatchJournal journal,
            InstantSource clock,
            ProjectRepository projects,
            Event<Announced> announced) {
        this.engine = engine;
        this.replica = replica;
        this.basis = basis;
        this.journal = journal;
        this.clock = clock;
        this.projects = projects;
        this.announced = announced;
    }

    /** Begins to tell these wishes of the organizations that pass, by credit code. */
    Telling begin(Wishes wishes, Predicate<String> organizations) {
        return new Telling(
                new Evaluation(wishes, organizations, replica.working(), engine, basis.now()),
                new Told(journal),
                projects,
                clock.instant());
    }

    /** Writes all that is told; whoever waits for it is woken by the commit. */
    void write(Telling telling) {
        journal.write(telling.announcements(), telling.changes())
                .forEach((subscription, number) -> announced.fire(new Announced(subscription, number)));
    }
}
