package org.duijie.project.publisher;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Every query about publishers. */
@ApplicationScoped
public class PublisherRepository implements PanacheRepositoryBase<Publisher, String> {

    private final PublisherConfig config;

    @Inject
    PublisherRepository(PublisherConfig config) {
        this.config = config;
    }

    /** The publisher; one that no office decided about is as the settings say, and in no table. */
    public Publisher get(String id) {
        return findByIdOptional(id).orElseGet(() -> new Publisher(id, config.dailyQuota()));
    }

    int used(String id, LocalDate day) {
        return (int) getEntityManager()
                .createNativeQuery(
                        "select coalesce(sum(used), 0)::int from publisher_usage where publisher = :id and day = :day",
                        Integer.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .getSingleResult();
    }

    /** Lets nobody else hand anything in for the publisher until this transaction ends. */
    public void holdAll(String id) {
        getEntityManager()
                .createNativeQuery("select true from pg_advisory_xact_lock(hashtextextended(:id, 0))", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** Lets nobody else hand in what the publisher knows by this name until this transaction ends. */
    public void hold(String id, String reference) {
        getEntityManager()
                .createNativeQuery("""
                        select true from pg_advisory_xact_lock_shared(hashtextextended(:id, 0)) as publisher,
                               pg_advisory_xact_lock(hashtextextended(:reference, hashtextextended(:id, 1))) as name
                        """, Boolean.class)
                .setParameter("id", id)
                .setParameter("reference", reference)
                .getSingleResult();
    }

    /** Adds to what is used of a day, if that leaves it within the quota; who does it first keeps others waiting. */
    boolean use(String id, LocalDate day, int more, int quota) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into publisher_usage as kept (publisher, day, used) values (:id, :day, :more)
                        on conflict (publisher, day) do update set used = kept.used + :more
                         where kept.used + :more <= :quota
                        """)
                        .setParameter("id", id)
                        .setParameter("day", day)
                        .setParameter("more", more)
                        .setParameter("quota", quota)
                        .executeUpdate()
                > 0;
    }
}
