package org.duijie.matching.attention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class AttentionRepository implements PanacheRepositoryBase<AttentionMeasurement, Integer> {

    /** One measurement is written at a time, whichever instance made it. */
    private static final long LOCK = 0x41545445_4E54494FL; // "ATTENTIO"

    Optional<AttentionMeasurement> newest() {
        return find("order by number desc").firstResultOptional();
    }

    /** Any of an edition will do: they agree in what the edition is about. */
    Optional<AttentionMeasurement> ofEdition(int edition) {
        return find("edition = ?1 order by number desc", edition).firstResultOptional();
    }

    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }
}
