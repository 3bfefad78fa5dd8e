package org.duijie.matching.pairing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.matching.replica.DivisionCode;

/** The pairings on record, ready to be asked. */
public final class Pairings {

    public static final Pairings NONE = new Pairings(List.of(), 0);

    private final Map<String, List<Pairing>> byCounty;
    private final int edition;

    Pairings(List<Pairing> pairings, int edition) {
        this.byCounty = pairings.stream()
                .sorted(Comparator.comparing(Pairing::districtCode)
                        .thenComparing(pairing -> pairing.id().toString()))
                .collect(Collectors.groupingBy(Pairing::countyCode, TreeMap::new, Collectors.toList()));
        this.edition = edition;
    }

    /** The pairings that the product brings with it. */
    public static Pairings ofReference() {
        return new Pairings(
                PairingLine.all().stream().map(PairingService::pairing).toList(), PairingService.EDITION);
    }

    /** All of them, by county and district. */
    List<Pairing> all() {
        return byCounty.values().stream().flatMap(List::stream).toList();
    }

    /** Counts up when the pairings change. */
    public int edition() {
        return edition;
    }

    /** Is any pairing with the county on record? */
    public boolean know(String countyCode) {
        return byCounty.containsKey(countyCode);
    }

    /** The pairing of exactly this district with the county on that day. */
    public Optional<Pairing> ofDistrict(String districtCode, String countyCode, LocalDate on) {
        return inForce(countyCode, on)
                .filter(pairing -> pairing.districtCode().equals(districtCode))
                .findFirst();
    }

    /** A pairing with the county, on that day, of some district that lies under this division. */
    public Optional<Pairing> under(String divisionCode, String countyCode, LocalDate on) {
        return inForce(countyCode, on)
                .filter(pairing -> DivisionCode.covers(divisionCode, pairing.districtCode()))
                .findFirst();
    }

    /** The counties some pairing of which begins or ends after the one day and not after the other. */
    public Set<String> turned(LocalDate after, LocalDate until) {
        return byCounty.entrySet().stream()
                .filter(county -> county.getValue().stream().anyMatch(pairing -> pairing.turns(after, until)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Pairing> inForce(String countyCode, LocalDate on) {
        return byCounty.getOrDefault(countyCode, List.of()).stream().filter(pairing -> pairing.inForce(on));
    }
}
