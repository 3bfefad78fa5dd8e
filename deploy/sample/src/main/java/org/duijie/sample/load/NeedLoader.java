package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.duijie.sample.data.SampleNeed;
import org.duijie.sample.data.SampleNeed.Fate;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.UnavailableException;

/** Writes the needs that stay unpublished, as the partner platform, and has the province return some. */
final class NeedLoader {
    private static final Review RETURN = new Review("RETURN", List.of("样例：请补充受益人数的测算依据"));

    private record Review(String decision, List<String> reasons) {}

    private final Session author;
    private final Session reviewer;
    private final Session reader;
    private final Patience patience;
    private final Known known = new Known();

    NeedLoader(Session author, Session reviewer, Session reader, Patience patience) {
        this.author = author;
        this.reviewer = reviewer;
        this.reader = reader;
        this.patience = patience;
    }

    void readExisting() {
        Listing.read(reader, patience, "/needs", found -> Mark.in(found).ifPresent(mark -> known.put(mark, found)));
    }

    int existing() {
        return known.size();
    }

    /** Whether the suite had it before this run. */
    boolean had(SampleNeed need) {
        return known.has(need.reference());
    }

    /** Goes on from wherever an earlier run left the need. */
    Outcome load(SampleNeed need) {
        Outcome outcome = Outcome.FOUND;
        try {
            Optional<State> found = known.get(
                    need.reference(),
                    () -> Mark.find(
                            reader, patience, "/needs?division=" + need.draft().divisionCode(), need.reference()));
            State state;
            if (found.isPresent()) {
                state = found.get();
            } else {
                state = keep(
                        need, author.post("/needs", need.draft()).expect(201).body());
                outcome = Outcome.LOADED;
            }
            if (state.is("DRAFT") && need.fate() != Fate.DRAFT) {
                state = keep(
                        need,
                        author.see(path(state)).post("submission").expect(200).body());
                outcome = Outcome.LOADED;
            }
            if (state.is("SUBMITTED") && need.fate() != Fate.SUBMITTED) {
                keep(
                        need,
                        reviewer.see(path(state))
                                .post("review", RETURN)
                                .expect(200)
                                .body());
                outcome = Outcome.LOADED;
            }
            return outcome;
        } catch (UnavailableException e) {
            known.doubt(need.reference());
            throw e;
        }
    }

    private State keep(SampleNeed need, JsonNode entity) {
        return known.put(need.reference(), entity);
    }

    private static String path(State state) {
        return "/needs/" + state.id();
    }
}
