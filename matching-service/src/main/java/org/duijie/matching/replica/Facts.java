package org.duijie.matching.replica;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** All facts at hand, in memory. Safe to read while it is written; each fact in it is immutable. */
public class Facts {

    /** Told of every change, in the thread that makes it and after it is made. */
    public interface Follower {

        /** One fact became known or changed. */
        void put(Fact fact);

        /** Nothing was known, and now many facts are. */
        void filled();

        /** One fact is not known any more: the transaction in which it became known did not commit. */
        default void forget(Fact fact) {}
    }

    /** Of which these are the same with changes that are not committed yet. */
    private final @Nullable Facts committed;

    private final Map<UUID, Fact> uncommitted = new ConcurrentHashMap<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    private final Map<UUID, DivisionFact> divisions = new ConcurrentHashMap<>();
    private final Map<String, DivisionFact> divisionsByCode = new ConcurrentHashMap<>();
    private final Map<UUID, NeedFact> needs = new ConcurrentHashMap<>();
    private final Map<UUID, OrganizationFact> organizations = new ConcurrentHashMap<>();
    private final Map<String, OrganizationFact> organizationsByCreditCode = new ConcurrentHashMap<>();
    private final Map<UUID, OfferFact> offers = new ConcurrentHashMap<>();
    private final Map<String, Map<UUID, OfferFact>> offersByCreditCode = new ConcurrentHashMap<>();

    public Facts() {
        this(null);
    }

    Facts(@Nullable Facts committed) {
        this.committed = committed;
    }

    /** These facts, or those of which they are the same with changes that are not committed yet. */
    public Facts committed() {
        return committed == null ? this : committed;
    }

    /** In what these differ from the committed ones. */
    public Collection<Fact> uncommitted() {
        return uncommitted.values();
    }

    /** Has somebody told of all changes from now on. */
    public void follow(Follower follower) {
        followers.add(follower);
    }

    /** Tells it no more. */
    public void leave(Follower follower) {
        followers.remove(follower);
    }

    public @Nullable DivisionFact division(String code) {
        return divisionsByCode.get(code);
    }

    public @Nullable NeedFact need(UUID id) {
        return needs.get(id);
    }

    public @Nullable OrganizationFact organization(UUID id) {
        return organizations.get(id);
    }

    /** The organization with this credit code, if it has been heard of. */
    public Optional<OrganizationFact> organizationOf(String creditCode) {
        return Optional.ofNullable(organizationsByCreditCode.get(creditCode));
    }

    public @Nullable OfferFact offer(UUID id) {
        return offers.get(id);
    }

    public Collection<DivisionFact> divisions() {
        return divisions.values();
    }

    public Collection<NeedFact> needs() {
        return needs.values();
    }

    public Collection<OrganizationFact> organizations() {
        return organizations.values();
    }

    public Collection<OfferFact> offers() {
        return offers.values();
    }

    public Collection<OfferFact> offersOf(String creditCode) {
        return offersByCreditCode.getOrDefault(creditCode, Map.of()).values();
    }

    public List<NeedFact> needsIn(String divisionCode) {
        return needs.values().stream()
                .filter(need -> need.divisionCode().equals(divisionCode))
                .toList();
    }

    /** The state known of the same thing, if any. */
    public @Nullable Fact known(Fact fact) {
        return switch (fact) {
            case DivisionFact division -> divisions.get(division.id());
            case NeedFact need -> needs.get(need.id());
            case OrganizationFact organization -> organizations.get(organization.id());
            case OfferFact offer -> offers.get(offer.id());
        };
    }

    /** Takes in many states at once. */
    public void putAll(Collection<Fact> facts) {
        boolean first = divisions.isEmpty() && needs.isEmpty() && organizations.isEmpty() && offers.isEmpty();
        facts.forEach(first ? this::take : this::put);
        if (first) {
            followers.forEach(Follower::filled);
        }
    }

    /** Takes in a state in place of the one known. */
    public void put(Fact fact) {
        take(fact);
        followers.forEach(follower -> follower.put(fact));
    }

    /** The same for a state that is not committed yet. */
    void stage(Fact fact) {
        put(fact);
        uncommitted.put(fact.id(), fact);
    }

    /** What was staged is committed now. */
    void settle() {
        uncommitted.clear();
    }

    private void take(Fact fact) {
        switch (fact) {
            case DivisionFact division -> {
                divisions.put(division.id(), division);
                divisionsByCode.put(division.code(), division);
            }
            case NeedFact need -> needs.put(need.id(), need);
            case OrganizationFact organization -> {
                organizations.put(organization.id(), organization);
                organizationsByCreditCode.put(organization.creditCode(), organization);
            }
            case OfferFact offer -> {
                offers.put(offer.id(), offer);
                offersByCreditCode
                        .computeIfAbsent(offer.creditCode(), code -> new ConcurrentHashMap<>())
                        .put(offer.id(), offer);
            }
        }
    }

    /** Takes a state out that is the only one known of the thing. */
    void forget(Fact fact) {
        remove(fact);
        followers.forEach(follower -> follower.forget(fact));
    }

    private void remove(Fact fact) {
        switch (fact) {
            case DivisionFact division -> {
                divisions.remove(division.id());
                divisionsByCode.remove(division.code());
            }
            case NeedFact need -> needs.remove(need.id());
            case OrganizationFact organization -> {
                organizations.remove(organization.id());
                organizationsByCreditCode.remove(organization.creditCode());
            }
            case OfferFact offer -> {
                offers.remove(offer.id());
                offersByCreditCode.getOrDefault(offer.creditCode(), Map.of()).remove(offer.id());
            }
        }
    }
}
