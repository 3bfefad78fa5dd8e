package org.duijie.matching.testing;

import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.replica.FactMother.Need;
import org.duijie.matching.replica.FactMother.Offer;
import org.duijie.matching.replica.FactMother.Organization;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** An organization, its offer and a need of a test's own: their resource is asked for and offered by nobody else. */
public final class Scene {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public final String creditCode = "51110102" + letters(10);
    public final String resource = "GOODS.TEST_" + letters(12).replaceAll("\\d", "Z");
    /** The service under test lives today; only its clock may be put forward. */
    public final LocalDate today = LocalDate.now(BusinessDay.ZONE);

    public final UUID organizationId = UUID.randomUUID();
    public final UUID offerId = UUID.randomUUID();
    public final UUID needId = UUID.randomUUID();

    public OrganizationFact organization(Consumer<Organization> change) {
        return anOrganization(organization -> {
            organization.id = organizationId;
            organization.creditCode = creditCode;
            change.accept(organization);
        });
    }

    public OfferFact offer(Consumer<Offer> change) {
        return anOffer(offer -> {
            offer.id = offerId;
            offer.organizationId = organizationId;
            offer.creditCode = creditCode;
            offer.items = List.of(new ItemFact(resource, "册", 10_000_000, 20_000_000));
            offer.validFrom = today.minusDays(200);
            offer.validUntil = today.plusDays(500);
            change.accept(offer);
        });
    }

    public NeedFact need(Consumer<Need> change) {
        return aNeed(need -> {
            need.id = needId;
            need.items = List.of(new ItemFact(resource, "册", 2_000_000, 5_000_000));
            need.periodStart = today;
            need.periodEnd = today.plusDays(300);
            need.deadline = today.plusDays(120);
            change.accept(need);
        });
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current()
                .ints(count, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .reduce("", String::concat);
    }
}
