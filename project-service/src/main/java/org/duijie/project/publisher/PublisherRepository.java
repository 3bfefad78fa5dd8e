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

    /** How much of a day is used. Whoever uses the same day of the same publisher waits until this transaction ends. */
    int lockUsed(String id, LocalDate day) {
        return (int) getEntityManager()
                .createNativeQuery("""
                        insert into publisher_usage as kept (publisher, day, used) values (:id, :day, 0)
                        on conflict (publisher, day) do update set used = kept.used
                        returning used
                        """, Integer.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .getSingleResult();
    }

    void keepUsed(String id, LocalDate day, int used) {
        getEntityManager()
                .createNativeQuery("update publisher_usage set used = :used where publisher = :id and day = :day")
                .setParameter("id", id)
                .setParameter("day", day)
                .setParameter("used", used)
                .executeUpdate();
    }
}
