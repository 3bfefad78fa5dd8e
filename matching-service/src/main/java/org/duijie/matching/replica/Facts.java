package org.duijie.matching.replica;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All facts at hand, in memory. Safe to read while it is written; each fact in it is immutable. */
public class Facts {

    private final Map<UUID, DivisionFact> divisions = new ConcurrentHashMap<>();
    private final Map<String, DivisionFact> divisionsByCode = new ConcurrentHashMap<>();
    private final Map<UUID, NeedFact> needs = new ConcurrentHashMap<>();
    private final Map<UUID, OrganizationFact> organizations = new ConcurrentHashMap<>();
    private final Map<UUID, OfferFact> offers = new ConcurrentHashMap<>();
    private final Map<String, Map<UUID, OfferFact>> offersByCreditCode = new ConcurrentHashMap<>();

    public @Nullable DivisionFact division(String code) {
        return divisionsByCode.get(code);
    }

    public @Nullable NeedFact need(UUID id) {
        return needs.get(id);
    }

    public @Nullable OrganizationFact organization(UUID id) {
        return organizations.get(id);
    }

    public @Nullable OfferFact offer(UUID id) {
        return offers.get(id);
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

    /** Takes in a state in place of the one known. */
    public void put(Fact fact) {
        switch (fact) {
            case DivisionFact division -> {
                divisions.put(division.id(), division);
                divisionsByCode.put(division.code(), division);
            }
            case NeedFact need -> needs.put(need.id(), need);
            case OrganizationFact organization -> organizations.put(organization.id(), organization);
            case OfferFact offer -> {
                offers.put(offer.id(), offer);
                offersByCreditCode
                        .computeIfAbsent(offer.creditCode(), code -> new ConcurrentHashMap<>())
                        .put(offer.id(), offer);
            }
        }
    }
}
