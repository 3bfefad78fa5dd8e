package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.List;

/**
 * An offer of a synthetic organization; all but the first three is what {@code POST /offers} takes.
 *
 * @param number its place in the sample, from 0
 * @param organization the number of the organization that makes it
 * @param creditCode the credit code of that organization
 * @param divisions codes of the places it serves; none means everywhere
 */
public record SampleOffer(
        int number,
        int organization,
        String creditCode,
        String title,
        String summary,
        List<Item> items,
        Money smallestCommitment,
        Money largestCommitment,
        List<Field> fields,
        List<String> divisions,
        List<String> excludedDivisions,
        List<Mode> modes,
        List<String> participationRoles,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** Its mark in the sample, which its summary ends with. */
    public String mark() {
        return mark(number);
    }

    static String mark(int number) {
        return "F%06d".formatted(number);
    }

    /** Whether it serves this field, place and mode, apart from amounts and items. */
    boolean serves(Field field, String division, Mode mode) {
        return fields.contains(field)
                && modes.contains(mode)
                && (divisions.isEmpty() || divisions.stream().anyMatch(place -> covers(place, division)))
                && excludedDivisions.stream().noneMatch(place -> covers(place, division));
    }

    /** Whether one of its items is something the theme takes. */
    boolean gives(Theme theme) {
        return theme.resources().stream().anyMatch(wanted -> items.stream()
                .anyMatch(item -> item.resourceCode().equals(wanted.code())));
    }

    /** 130000 covers 130700 covers 130722: a place covers what begins with it once its trailing 00 are gone. */
    private static boolean covers(String place, String division) {
        String significant =
                place.endsWith("0000") ? place.substring(0, 2) : place.endsWith("00") ? place.substring(0, 4) : place;
        return division.startsWith(significant);
    }
}
