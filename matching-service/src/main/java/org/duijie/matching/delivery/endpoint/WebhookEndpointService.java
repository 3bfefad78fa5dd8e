package org.duijie.matching.delivery.endpoint;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.delivery.address.AddressFault;
import org.duijie.matching.delivery.address.Addresses;
import org.duijie.matching.subscription.MatchStreams;
import org.duijie.matching.subscription.SubscriptionAudit;
import org.jspecify.annotations.Nullable;

/** Keeps webhook endpoints and their secrets, and says from where they are sent to. */
@ApplicationScoped
public class WebhookEndpointService {

    private static final int MOST_OF_ONE_ORGANIZATION = 100;
    private static final String SUBSCRIPTIONS = "#/subscriptions";

    private final WebhookEndpointRepository endpoints;
    private final WebhookSecretRepository secrets;
    private final WebhookChannelRepository channels;
    private final MatchStreams streams;
    private final SubscriptionAudit audit;
    private final SecretVault vault;
    private final Addresses addresses;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final Ids ids;
    private final Event<Due> due;

    @Inject
    WebhookEndpointService(
            WebhookEndpointRepository endpoints,
            WebhookSecretRepository secrets,
            WebhookChannelRepository channels,
            MatchStreams streams,
            SubscriptionAudit audit,
            SecretVault vault,
            Addresses addresses,
            Idempotency idempotency,
            InstantSource clock,
            Ids ids,
            Event<Due> due) {
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.channels = channels;
        this.streams = streams;
        this.audit = audit;
        this.vault = vault;
        this.addresses = addresses;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
        this.due = due;
    }

    /** Something may be sent that could not be before; observed after the commit. */
    public record Due(UUID endpoint) {}

    /** An answer, and the secret that goes with it and is not kept in the clear anywhere. */
    record WithSecret<T>(T answer, String secret) {}

    /** After a change of keys: the old one may go when this has run. */
    @Transactional
    void start(@Observes StartupEvent start) {
        secrets.sealAnew(vault);
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void forgetEndedSecrets() {
        secrets.forgetEnded();
    }

    /**
     * Makes an endpoint; once for a request's key. The kept answer has no secret: who asks again under the same key does
     * not get it.
     */
    @Transactional
    <T> WithSecret<T> create(
            WebhookEndpointRequest request, @Nullable String platform, Function<WebhookEndpoint, T> answer) {
        byte[] secret = vault.fresh();
        T made = idempotency.once(() -> answer.apply(add(request, platform, secret)));
        return new WithSecret<>(made, SecretVault.shown(secret));
    }

    private WebhookEndpoint add(WebhookEndpointRequest request, @Nullable String platform, byte[] secret) {
        refuseHostileAddress(request.url());
        streams.requireOwn(request.subscriptionIds(), request.organization(), SUBSCRIPTIONS);
        if (endpoints.countOf(request.organization()) >= MOST_OF_ONE_ORGANIZATION) {
            throw WebhookProblem.TOO_MANY.problem();
        }
        WebhookEndpoint endpoint = new WebhookEndpoint(ids.next(), request, platform, clock.instant());
        endpoints.persistAndFlush(endpoint);
        secrets.add(ids.next(), endpoint.id(), vault.seal(endpoint.id(), secret));
        channels.cover(endpoint.id());
        audit.record("webhook-endpoint.made", endpoint.id(), endpoint.organization(), null, endpoint.status());
        return endpoint;
    }

    @Transactional
    WebhookEndpoint change(UUID id, IfMatch ifMatch, UnaryOperator<WebhookEndpointRequest> change) {
        WebhookEndpoint endpoint = locked(id, ifMatch);
        WebhookEndpointRequest before = WebhookEndpointRequest.of(endpoint);
        WebhookEndpointRequest after = change.apply(before);
        if (!after.url().equals(before.url())) {
            refuseHostileAddress(after.url());
        }
        streams.requireOwn(after.subscriptionIds(), after.organization(), SUBSCRIPTIONS);
        if (!after.equals(before)) {
            endpoint.change(after);
            endpoints.flush();
            channels.cover(id);
            record("webhook-endpoint.changed", endpoint, endpoint.status());
        }
        return endpoint;
    }

    @Transactional
    WebhookEndpoint pause(UUID id, IfMatch ifMatch) {
        WebhookEndpoint endpoint = locked(id, ifMatch);
        EndpointStatus before = endpoint.status();
        endpoint.pause();
        endpoints.flush();
        channels.rest(id);
        record("webhook-endpoint.paused", endpoint, before);
        return endpoint;
    }

    /** Sends on from where it stopped. */
    @Transactional
    WebhookEndpoint resume(UUID id, IfMatch ifMatch) {
        WebhookEndpoint endpoint = locked(id, ifMatch);
        EndpointStatus before = endpoint.status();
        endpoint.resume();
        endpoints.flush();
        channels.wake(id);
        record("webhook-endpoint.resumed", endpoint, before);
        due.fire(new Due(id));
        return endpoint;
    }

    /** Signs with a new secret, and for some hours with the present one as well. */
    @Transactional
    WithSecret<WebhookEndpoint> rotate(UUID id, IfMatch ifMatch, int overlapHours) {
        WebhookEndpoint endpoint = locked(id, ifMatch);
        byte[] secret = vault.fresh();
        secrets.endOthers(id, overlapHours);
        secrets.add(ids.next(), id, vault.seal(id, secret));
        endpoint.rotate(clock.instant());
        endpoints.flush();
        record("webhook-endpoint.rotated", endpoint, endpoint.status());
        return new WithSecret<>(endpoint, SecretVault.shown(secret));
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        WebhookEndpoint endpoint = locked(id, ifMatch);
        endpoints.delete(endpoint);
        audit.record("webhook-endpoint.deleted", id, endpoint.organization(), endpoint.status(), null);
    }

    /**
     * Sends again from a number or a time on, in order.
     *
     * @return the number that it begins with, and the last one
     */
    @Transactional
    ReplayResponse replay(UUID id, UUID subscription, @Nullable Long from, @Nullable Instant since) {
        WebhookEndpoint endpoint = endpoints.findByIdOptional(id).orElseThrow(WebhookProblem.NOT_FOUND::problem);
        OptionalLong first = from != null
                ? OptionalLong.of(from)
                : streams.firstSince(subscription, since == null ? Instant.EPOCH : since);
        ReplayResponse replay = known(id, subscription, first);
        channels.rewind(id, subscription, replay.from());
        record("webhook-endpoint.replayed", endpoint, endpoint.status());
        due.fire(new Due(id));
        return replay;
    }

    /** Sends one event again, beside whatever else is being sent. */
    @Transactional
    ReplayResponse sendAgain(UUID endpoint, UUID subscription, long number) {
        known(endpoint, subscription, OptionalLong.of(number));
        channels.sendAgain(ids.next(), endpoint, subscription, number);
        due.fire(new Due(endpoint));
        return new ReplayResponse(subscription, number, number);
    }

    private ReplayResponse known(UUID endpoint, UUID subscription, OptionalLong from) {
        OptionalLong last = channels.last(endpoint, subscription);
        if (from.isEmpty() || last.isEmpty() || from.getAsLong() > last.getAsLong()) {
            throw WebhookProblem.NOTHING_TO_SEND.problem();
        }
        return new ReplayResponse(subscription, from.getAsLong(), last.getAsLong());
    }

    private void record(String action, WebhookEndpoint endpoint, EndpointStatus before) {
        audit.record(action, endpoint.id(), endpoint.organization(), before, endpoint.status());
    }

    private WebhookEndpoint locked(UUID id, IfMatch ifMatch) {
        WebhookEndpoint endpoint = endpoints.lock(id).orElseThrow(WebhookProblem.NOT_FOUND::problem);
        ifMatch.require(endpoint.version());
        return endpoint;
    }

    private void refuseHostileAddress(String url) {
        addresses.fault(url).ifPresent(fault -> {
            throw refusal(fault);
        });
    }

    private static ProblemException refusal(AddressFault fault) {
        return WebhookProblem.ADDRESS_REFUSED.at(
                "#/url",
                fault.sentence().zh(),
                fault.name() + ": " + fault.sentence().en());
    }
}
