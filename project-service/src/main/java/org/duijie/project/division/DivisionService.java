package org.duijie.project.division;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.event.Outbox;
import org.duijie.project.division.DivisionEvent.Defined;
import org.jboss.logging.Logger;

/** Keeps the divisions as the reference lists have them. */
@ApplicationScoped
class DivisionService {

    private static final Logger LOG = Logger.getLogger(DivisionService.class);

    private final DivisionRepository divisions;
    private final Counties counties;
    private final Outbox outbox;

    @Inject
    DivisionService(DivisionRepository divisions, Counties counties, Outbox outbox) {
        this.divisions = divisions;
        this.counties = counties;
        this.outbox = outbox;
    }

    @Transactional
    void loadAtStart(@Observes StartupEvent start) {
        load(ReferenceList.read());
    }

    /**
     * Takes over what is new in a list and announces it. A code that a list no longer holds stays as it was: to abolish
     * one, the list says until when it was valid.
     *
     * @return how many divisions were new or changed
     */
    @Transactional
    int load(ReferenceList list) {
        if (divisions.lockLoadedHash().equals(list.hash())) {
            return 0;
        }
        Map<String, Division> known =
                divisions.streamAll().collect(Collectors.toMap(Division::code, Function.identity()));
        List<Defined> news = new ArrayList<>();
        list.facts().forEach((code, facts) -> {
            Division division = known.get(code);
            if (division == null) {
                division = new Division(code, facts);
                divisions.persist(division);
                news.add(new Defined(division));
            } else if (division.redefine(facts)) {
                news.add(new Defined(division));
            }
        });
        divisions.keepLoadedHash(list.hash());
        divisions.flush();
        counties.forget();
        outbox.addAll(news);
        LOG.infof(
                "%d of %d divisions are new or changed",
                news.size(), list.facts().size());
        return news.size();
    }
}
