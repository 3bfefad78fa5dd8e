package org.duijie.matching.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.matching.replica.OrganizationFact.Listing;

/** Lists with one thing more, one less, or one changed. */
final class Lists {

    private Lists() {}

    static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    static <T> List<T> without(List<T> list, T less) {
        return list.stream().filter(one -> !one.equals(less)).toList();
    }

    static List<Listing> closed(List<Listing> listings, LocalDate on) {
        return listings.stream()
                .map(listing -> listing.stands(on) ? new Listing(listing.from(), on) : listing)
                .toList();
    }

    static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
