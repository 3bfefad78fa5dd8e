package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.duijie.chassis.problem.RequestProblem;
import org.hibernate.jpa.HibernateHints;

/** The streams, for those who carry them further. Reads in the running transaction. */
@ApplicationScoped
public class MatchStreams {

    private final EntityManager entities;

    @Inject
    MatchStreams(EntityManager entities) {
        this.entities = entities;
    }

    /** A place in a stream: everything up to the number is dealt with. */
    public record Place(UUID subscription, long number) {}

    /**
     * What a stream is called and how far it was told.
     *
     * @param last the number of the last event; 0 before the first
     */
    public record Head(UUID subscription, String organization, String name, long last) {}

    /** Of one that is there. */
    public Head head(UUID subscription) {
        return known(subscription).orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
    }

    /** Of one that may be there. */
    public Optional<Head> known(UUID subscription) {
        return Optional.ofNullable(entities.find(Subscription.class, subscription))
                .map(found -> new Head(found.id(), found.organization(), found.name(), found.lastNumber()));
    }

    /** Keeps a stream from being ended, and others who hold it waiting, for as long as the transaction runs. */
    public void hold(UUID subscription) {
        if (entities.find(Subscription.class, subscription, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw SubscriptionProblem.NOT_FOUND.problem();
        }
    }

    /** The number of the first event since then; empty if there is none. */
    public OptionalLong firstSince(UUID subscription, Instant since) {
        Long found = entities.createQuery(
                        "select min(key.number) from MatchEvent where key.subscriptionId = ?1 and at >= ?2", Long.class)
                .setParameter(1, subscription)
                .setParameter(2, since)
                .getSingleResultOrNull();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /**
     * Refuses what names subscriptions that are not the organization's own.
     *
     * @param at where they are named, as a JSON pointer
     */
    public void requireOwn(Collection<String> subscriptions, String organization, String at) {
        if (subscriptions.isEmpty()) {
            return;
        }
        Set<String> unknown = new TreeSet<>(subscriptions);
        unknown.removeAll(entities.createNativeQuery(
                        "select id::text from subscription where organization = :organization and id::text in (:ids)",
                        String.class)
                .setParameter("organization", organization)
                .setParameter("ids", subscriptions)
                .getResultList());
        unknown.stream().findFirst().ifPresent(id -> {
            throw RequestProblem.INVALID.at(
                    at, "这家组织没有订阅 " + id + "。", "The organization has no subscription " + id + ".");
        });
    }

    /** The last events with smaller numbers than this, the newest first. */
    public List<MatchEventResponse> before(UUID subscription, long number, int most) {
        return entities.createQuery(
                        "from MatchEvent where key.subscriptionId = ?1 and key.number < ?2 order by key.number desc",
                        MatchEvent.class)
                .setParameter(1, subscription)
                .setParameter(2, number)
                .setMaxResults(most)
                .getResultStream()
                .map(MatchEventResponse::of)
                .toList();
    }

    /**
     * The next events behind many places at once.
     *
     * @param each how many behind each place at the most
     * @return by subscription, the events by their numbers; those of a place may be more where another place of the same
     *     subscription lies further on
     */
    public Map<UUID, SortedMap<Long, MatchEventResponse>> behind(Collection<Place> places, int each) {
        if (places.isEmpty()) {
            return Map.of();
        }
        List<UUID> subscriptions = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (Place place : places) {
            subscriptions.add(place.subscription());
            numbers.add(place.number());
        }
        List<MatchEvent> found = entities.createNativeQuery("""
                        select m.* from unnest(:subscriptions, :numbers) as place (subscription_id, number)
                          cross join lateral (select * from match_event e
                                               where e.subscription_id = place.subscription_id and e.number > place.number
                                               order by e.number limit :each) m
                        """, MatchEvent.class)
                .setParameter("subscriptions", subscriptions.toArray(UUID[]::new))
                .setParameter("numbers", numbers.toArray(Long[]::new))
                .setParameter("each", each)
                // They are many, and nobody changes them.
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getResultList();
        Map<UUID, SortedMap<Long, MatchEventResponse>> bySubscription = new HashMap<>();
        for (MatchEvent event : found) {
            bySubscription
                    .computeIfAbsent(event.subscription(), id -> new TreeMap<>())
                    .put(event.number(), MatchEventResponse.of(event));
        }
        return bySubscription;
    }
}
