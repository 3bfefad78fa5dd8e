package org.duijie.matching.pairing;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps the table of pairings equal to the reference file, and the pairings at hand for matching. */
@ApplicationScoped
public class PairingService {

    /** To be raised whenever {@code reference/pairings.csv} changes. */
    static final int EDITION = 1;

    private static final Logger LOG = Logger.getLogger(PairingService.class);

    private final PairingRepository pairings;
    private final Event<PairingsChanged> changes;

    private volatile Pairings current = Pairings.NONE;

    @Inject
    PairingService(PairingRepository pairings, Event<PairingsChanged> changes) {
        this.pairings = pairings;
        this.changes = changes;
    }

    /** The pairings as last loaded. */
    public Pairings current() {
        return current;
    }

    /** Takes in the reference file unless this edition of it is in the table already. */
    @Transactional
    void load(@Observes @Priority(11) StartupEvent start) {
        List<Pairing> known = pairings.inOrder();
        if (known.stream().noneMatch(pairing -> pairing.edition() == EDITION)) {
            pairings.deleteAll();
            pairings.persist(PairingLine.all().stream().map(PairingService::pairing));
            List<Pairing> before = known;
            known = pairings.inOrder();
            if (!before.isEmpty()) {
                changes.fire(new PairingsChanged(before, known));
            }
            LOG.infof("Took in %d pairings, edition %d", known.size(), EDITION);
        }
        current = new Pairings(known, EDITION);
    }

    /** The same line has the same id on every machine. */
    static Pairing pairing(PairingLine line) {
        String key = line.districtCode() + "/" + line.countyCode() + "/" + line.kind() + "/" + line.since();
        return new Pairing(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), line, EDITION);
    }
}
