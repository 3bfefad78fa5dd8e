package org.duijie.matching.delivery.sending;

import jakarta.enterprise.context.ApplicationScoped;
import org.duijie.matching.subscription.OwnedRepository;

@ApplicationScoped
class NoticeRepository implements OwnedRepository<Notice> {}
