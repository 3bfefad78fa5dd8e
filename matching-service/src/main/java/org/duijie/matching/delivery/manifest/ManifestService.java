package org.duijie.matching.delivery.manifest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.duijie.chassis.time.BusinessDay;

/** States each day when it is over. */
@ApplicationScoped
public class ManifestService {

    private static final int AT_ONCE = 200;

    private final ManifestRepository manifests;
    private final BusinessDay day;

    @Inject
    ManifestService(ManifestRepository manifests, BusinessDay day) {
        this.manifests = manifests;
        this.day = day;
    }

    @Scheduled(
            every = "${duijie.delivery.manifest-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void stateYesterday() {
        LocalDate yesterday = day.today().minusDays(1);
        Instant end = day.today().atStartOfDay(BusinessDay.ZONE).toInstant();
        while (QuarkusTransaction.requiringNew().call(() -> manifests.state(yesterday, end, AT_ONCE)) == AT_ONCE) {
            // The next ones.
        }
    }
}
