package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Promises;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/** Facts for tests: a need, an offer, an organization and a county that match, and variations of them. */
public final class FactMother {

    public static final LocalDate TODAY = LocalDate.of(2018, 9, 1);
    public static final String COUNTY = "130722";
    public static final String CREDIT_CODE = "51110102MJ0121629F";

    private FactMother() {}

    /** A county's need for books, published. */
    public static final class Need {
        public UUID id = UUID.randomUUID();
        public long version = 1;
        public String status = "PUBLISHED";
        public String divisionCode = COUNTY;
        public String title = "乡村小学图书角";
        public @Nullable String text;
        public String field = "EDUCATION";
        public String category = "DEVELOPMENT";
        public String mode = "CAPACITY_BUILDING";
        public List<ItemFact> items = List.of(new ItemFact("GOODS.BOOKS", "册", 2_000_000, 5_000_000));
        public boolean splittable = false;
        public LocalDate periodStart = LocalDate.of(2018, 9, 1);
        public LocalDate periodEnd = LocalDate.of(2019, 6, 30);
        public LocalDate deadline = LocalDate.of(2018, 12, 31);
        public List<String> admittedLevels = List.of();
        public List<String> admittedTypes = List.of();
        public List<String> excludedOrganizations = List.of();
        public @Nullable String beneficiaryOrganization;

        public NeedFact build() {
            return new NeedFact(
                    id,
                    version,
                    status,
                    !status.equals("DRAFT"),
                    divisionCode,
                    title,
                    text == null ? title : text,
                    field,
                    category,
                    mode,
                    items,
                    null,
                    splittable,
                    periodStart,
                    periodEnd,
                    deadline,
                    admittedLevels,
                    admittedTypes,
                    excludedOrganizations,
                    beneficiaryOrganization);
        }
    }

    /** An organization's offer of books for schools of Hebei, open. */
    public static final class Offer {
        public UUID id = UUID.randomUUID();
        public long version = 1;
        public String status = "OPEN";
        public UUID organizationId = UUID.randomUUID();
        public String creditCode = CREDIT_CODE;
        public String title = "万册图书进乡村";
        public @Nullable String text;
        public List<ItemFact> items = List.of(new ItemFact("GOODS.BOOKS", "册", 10_000_000, 20_000_000));
        public @Nullable Long smallestCommitmentFen = 1_000_000L;
        public @Nullable Long largestCommitmentFen = 10_000_000L;
        public List<String> fields = List.of("EDUCATION");
        public List<String> divisions = List.of("130000");
        public List<String> excludedDivisions = List.of();
        public List<String> modes = List.of("CAPACITY_BUILDING");
        public LocalDate validFrom = LocalDate.of(2018, 1, 1);
        public LocalDate validUntil = LocalDate.of(2019, 12, 31);

        public OfferFact build() {
            return new OfferFact(
                    id,
                    version,
                    status,
                    organizationId,
                    creditCode,
                    title,
                    text == null ? title : text,
                    items,
                    smallestCommitmentFen,
                    largestCommitmentFen,
                    fields,
                    divisions,
                    excludedDivisions,
                    modes,
                    validFrom,
                    validUntil);
        }
    }

    /** An association registered in Xicheng, verified and in good standing. */
    public static final class Organization {
        public UUID id = UUID.randomUUID();
        public long version = 1;
        public String creditCode = CREDIT_CODE;
        public String name = "示例助学促进会";
        public String status = "VERIFIED";
        public String level = "COUNTY";
        public String type = "ASSOCIATION";
        public String registrarDivision = "110102";
        public List<String> relatedParties = List.of();
        public @Nullable Rating rating;
        public List<Inspection> inspections = List.of();
        public List<Listing> abnormalListings = List.of();
        public List<Listing> blacklistings = List.of();
        public @Nullable Promises promises;

        public OrganizationFact build() {
            return new OrganizationFact(
                    id,
                    version,
                    creditCode,
                    name,
                    status,
                    level,
                    type,
                    registrarDivision,
                    relatedParties,
                    rating,
                    inspections,
                    abnormalListings,
                    blacklistings,
                    promises);
        }
    }

    public static NeedFact aNeed() {
        return new Need().build();
    }

    public static NeedFact aNeed(Consumer<Need> change) {
        Need need = new Need();
        change.accept(need);
        return need.build();
    }

    public static OfferFact anOffer(Consumer<Offer> change) {
        Offer offer = new Offer();
        change.accept(offer);
        return offer.build();
    }

    public static OrganizationFact anOrganization(Consumer<Organization> change) {
        Organization organization = new Organization();
        change.accept(organization);
        return organization.build();
    }

    /** Zhangbei, a national key county inside the contiguous area. */
    public static DivisionFact zhangbei() {
        return aDivision(COUNTY, "NATIONAL", null, true);
    }

    public static DivisionFact aDivision(
            String code, @Nullable String keyCounty, @Nullable String deepPoverty, boolean yanshanTaihang) {
        return new DivisionMessage(code, "县" + code, keyCounty, deepPoverty, yanshanTaihang).fact(1);
    }
}
