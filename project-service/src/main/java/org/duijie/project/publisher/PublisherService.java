package org.duijie.project.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.BusinessDay;

/** What can be done with a publisher. */
@ApplicationScoped
class PublisherService {

    private final PublisherRepository publishers;
    private final PublisherAccess access;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    PublisherService(PublisherRepository publishers, PublisherAccess access, InstantSource clock, BusinessDay day) {
        this.publishers = publishers;
        this.access = access;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    PublisherResponse decide(String id, IfMatch ifMatch, PublisherRequest request) {
        access.requireReader(id);
        access.requireOffice(id);
        Publisher publisher = publishers.get(id);
        ifMatch.require(publisher.version());
        publisher.decide(
                request.trust(), request.dailyQuota(), request.reason().strip(), access.userId(), clock.instant());
        publishers.persistAndFlush(publisher);
        return PublisherResponse.of(publisher, publishers.used(id, day.today()));
    }
}
