package org.duijie.project.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duijie.chassis.identity.AccessProblem;
import org.duijie.chassis.precondition.OptionalIfMatch;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.project.division.Counties;
import org.duijie.project.need.Actor;
import org.duijie.project.need.HandIn;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedProblem;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedStore;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.OwnReference;
import org.duijie.project.need.SubmissionGate;
import org.duijie.project.need.Writer;
import org.duijie.project.publisher.Publisher;
import org.duijie.project.publisher.PublisherRepository;
import org.duijie.project.publisher.QuotaService;
import org.duijie.project.publishing.PutOutcome.Kind;

/**
 * Takes needs from their publishers. Its rules are written once, for one need and for a hundred thousand: trust decides
 * whether a need is published or reviewed, each change counts against the day's quota, and what is the same as before
 * is left alone.
 */
@ApplicationScoped
public class PublishingService {

    private final NeedRepository needs;
    private final NeedStore store;
    private final SubmissionGate gate;
    private final Counties counties;
    private final PublisherRepository publishers;
    private final QuotaService quota;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    PublishingService(
            NeedRepository needs,
            NeedStore store,
            SubmissionGate gate,
            Counties counties,
            PublisherRepository publishers,
            QuotaService quota,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.needs = needs;
        this.store = store;
        this.gate = gate;
        this.counties = counties;
        this.publishers = publishers;
        this.quota = quota;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    /** Takes one need, or refuses it by throwing. */
    @Transactional
    PutOutcome put(Writer writer, OptionalIfMatch ifMatch, NeedPut put) {
        publishers.hold(writer.publisher(), put.reference());
        PutOutcome outcome = take(writer, ifMatch, List.of(put)).getFirst();
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return outcome;
    }

    /**
     * Takes many, each by itself: one that is refused leaves the others as they are. Of several with one reference each
     * comes after the one before it.
     *
     * @return what became of each, in the same order
     */
    @Transactional
    public List<PutOutcome> putAll(Writer writer, List<NeedPut> puts) {
        publishers.holdAll(writer.publisher());
        return take(writer, OptionalIfMatch.none(), puts);
    }

    private List<PutOutcome> take(Writer writer, OptionalIfMatch ifMatch, List<NeedPut> puts) {
        Publisher publisher = publishers.get(writer.publisher());
        QuotaService.Day today = quota.open(publisher, day.today());
        Batch batch = new Batch(writer, ifMatch, publisher, today);
        List<String> references =
                puts.stream().map(NeedPut::reference).distinct().toList();
        needs.find(writer.publisher(), references).forEach(batch::know);
        List<PutOutcome> outcomes = puts.stream().map(batch::take).toList();
        batch.store();
        quota.close(today);
        return outcomes;
    }

    /** What one call has read, and what it has not yet written. */
    private final class Batch {

        private final Writer writer;
        private final OptionalIfMatch ifMatch;
        private final Publisher publisher;
        private final QuotaService.Day today;
        private final HandIn handIn;
        private final Map<String, Need> known = new HashMap<>();
        private final Set<String> touched = new HashSet<>();
        private final List<Need> created = new ArrayList<>();
        private final List<Need> changed = new ArrayList<>();

        Batch(Writer writer, OptionalIfMatch ifMatch, Publisher publisher, QuotaService.Day today) {
            this.writer = writer;
            this.ifMatch = ifMatch;
            this.publisher = publisher;
            this.today = today;
            this.handIn = new HandIn(publisher.standingReviewer().orElse(null), day.today(), clock.instant());
        }

        void know(Need need) {
            need.own().ifPresent(own -> known.put(own.reference(), need));
        }

        PutOutcome take(NeedPut put) {
            if (!touched.add(put.reference())) {
                // Its version must be written before there can be another one.
                store();
                known.remove(put.reference());
                needs.find(own(put)).ifPresent(this::know);
            }
            Need before = known.get(put.reference());
            try {
                publisher.requireAdmitted();
                requireMine(put.terms().divisionCode());
                ifMatch.require(before == null ? 0 : before.version());
                return before == null ? create(put) : replace(before, put);
            } catch (ProblemException refusal) {
                if (before != null) {
                    store.leave(before);
                }
                return PutOutcome.refused(inNeed(refusal));
            }
        }

        private PutOutcome create(NeedPut put) {
            NeedTerms terms = put.terms();
            gate.check(terms);
            Need need = Need.handIn(ids.next(), own(put), actor(terms), terms, countyName(terms), handIn);
            today.take();
            created.add(need);
            return new PutOutcome(Kind.CREATED, need, null);
        }

        private PutOutcome replace(Need need, NeedPut put) {
            requireMine(need.terms().divisionCode());
            NeedTerms terms = put.terms();
            if (!terms.equals(need.asked())) {
                gate.check(terms);
            }
            if (!need.handInAgain(actor(terms), terms, countyName(terms), put.reason(), handIn)) {
                return new PutOutcome(Kind.UNCHANGED, need, null);
            }
            today.take();
            changed.add(need);
            return new PutOutcome(Kind.REPLACED, need, null);
        }

        void store() {
            store.store(created, changed);
            created.clear();
            changed.clear();
        }

        private OwnReference own(NeedPut put) {
            return new OwnReference(writer.publisher(), put.reference());
        }

        private Actor actor(NeedTerms terms) {
            return writer.actor(terms.divisionCode());
        }

        private void requireMine(String division) {
            if (!writer.mayWrite(division)) {
                throw AccessProblem.FORBIDDEN.at("#/divisionCode", "该县没有委托您。", "The county is not yours.");
            }
        }
    }

    private String countyName(NeedTerms terms) {
        return counties.nameOf(terms.divisionCode(), day.today())
                .orElseThrow(() -> NeedProblem.divisionUnfit(terms.divisionCode()));
    }

    /** The need is one member of what was sent: its faults lie inside it. */
    private static ProblemException inNeed(ProblemException refusal) {
        ProblemException placed =
                refusal.type().because(refusal.detail().zh(), refusal.detail().en());
        refusal.headers().forEach(placed::withHeader);
        refusal.faults().forEach(fault -> {
            boolean beside = fault.pointer().equals("#/reason");
            String pointer =
                    beside ? fault.pointer() : "#/need" + fault.pointer().substring(1);
            placed.and(pointer, fault.detail().zh(), fault.detail().en());
        });
        return placed;
    }
}
