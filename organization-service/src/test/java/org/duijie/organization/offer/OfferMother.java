package org.duijie.organization.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.organization.offer.OfferTerms.Field;
import org.duijie.organization.offer.OfferTerms.Mode;
import org.duijie.organization.offer.OfferTerms.ParticipationRole;

/** Offers of tests. */
final class OfferMother {

    static final LocalDate TODAY = LocalDate.parse("2018-09-01");
    static final Instant NOW = Instant.parse("2018-09-01T04:00:00Z");

    private OfferMother() {}

    static OfferTerms termsUntil(LocalDate lastDay) {
        return new OfferTerms(
                "山区小学图书与教师培训",
                "捐赠课外读物，并为每校培训一名图书管理教师。",
                10_000_00,
                50_000_00,
                List.of(Field.EDUCATION),
                List.of("130700"),
                List.of("130706"),
                List.of(Mode.CAPACITY_BUILDING),
                List.of(ParticipationRole.PROJECTS),
                LocalDate.parse("2018-01-01"),
                lastDay);
    }

    static List<OfferItem> items() {
        return List.of(
                OfferItem.untouched(
                        OfferItem.Kind.GOODS, "GOODS.BOOKS", "课外读物", new BigDecimal("2000"), "册", 40_000_00),
                OfferItem.untouched(OfferItem.Kind.FUNDS, "FUNDS", "培训经费", new BigDecimal("10000.00"), "元", 10_000_00));
    }

    static Offer anOffer() {
        return anOfferUntil(LocalDate.parse("2018-12-31"));
    }

    static Offer anOfferUntil(LocalDate lastDay) {
        return Offer.open(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "53110000500302806B",
                termsUntil(lastDay),
                items(),
                null,
                TODAY,
                NOW);
    }
}
