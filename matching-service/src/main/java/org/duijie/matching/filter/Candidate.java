package org.duijie.matching.filter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/** A need as filters look at it on a day, and what of it a {@link Screen} compares as numbers. */
public final class Candidate {

    private final NeedFact need;
    private final @Nullable DivisionFact division;
    private final LocalDate today;
    private final int bits;
    private final int code;
    private @Nullable String title;

    private Candidate(NeedFact need, @Nullable DivisionFact division, LocalDate today) {
        this.need = need;
        this.division = division;
        this.today = today;
        this.bits = Screen.bitsOf(need, division);
        this.code = Screen.numberOf(need.divisionCode());
    }

    /**
     * A need on a business day.
     *
     * @param division the need's; absent until it has been heard of, and then it has no marks
     */
    public static Candidate of(NeedFact need, @Nullable DivisionFact division, LocalDate today) {
        return new Candidate(need, division, today);
    }

    /** In one form, whatever the width of its letters and whether they are capital: for texts that are compared. */
    static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    boolean has(Member member, String value) {
        return switch (member) {
            case FIELD -> need.field().equals(value);
            case DIVISION -> Term.OneOf.implies(member, need.divisionCode(), value);
            case MODE -> need.mode().equals(value);
            case CATEGORY -> need.category().equals(value);
            case KIND -> anyItem(value, value.length());
            case RESOURCE -> anyItem(value, value.length());
            case PRIORITY -> division != null && Priority.valueOf(value).marks(division);
            case TITLE -> title().contains(value);
            case AMOUNT, DEADLINE, SCORE -> throw new IllegalArgumentException(member + " is compared by size");
        };
    }

    /** The code itself, or one below it. */
    private boolean anyItem(String resource, int length) {
        for (ItemFact item : need.items()) {
            String of = item.resourceCode();
            if (of.startsWith(resource) && (of.length() == length || of.charAt(length) == '.')) {
                return true;
            }
        }
        return false;
    }

    private String title() {
        String known = title;
        if (known == null) {
            known = plain(need.title());
            title = known;
        }
        return known;
    }

    long amountFen() {
        return need.valueFen();
    }

    LocalDate deadline() {
        return need.deadline();
    }

    LocalDate today() {
        return today;
    }

    int bits() {
        return bits;
    }

    int code() {
        return code;
    }
}
