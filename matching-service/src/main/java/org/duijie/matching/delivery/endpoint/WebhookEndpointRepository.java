package org.duijie.matching.delivery.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import org.duijie.matching.subscription.OwnedRepository;

@ApplicationScoped
class WebhookEndpointRepository implements OwnedRepository<WebhookEndpoint> {}
