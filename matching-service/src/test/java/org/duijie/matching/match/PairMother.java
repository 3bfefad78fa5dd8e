package org.duijie.matching.match;

import static org.duijie.matching.replica.FactMother.TODAY;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.FactMother.Need;
import org.duijie.matching.replica.FactMother.Offer;
import org.duijie.matching.replica.FactMother.Organization;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.jspecify.annotations.Nullable;

/** A pair that matches unless a test changes it. */
final class PairMother {

    private static final Pairings PAIRINGS = Pairings.ofReference();
    static final Policy EVEN =
            ScoreTest.policy(Arrays.stream(Factor.values()).collect(Collectors.toMap(factor -> factor, factor -> 1)));

    final Need need = new Need();
    final Offer offer = new Offer();
    final Organization organization = new Organization();
    boolean organizationKnown = true;

    @Nullable
    DivisionFact division = FactMother.zhangbei();

    Policy policy = EVEN;
    Likeness likeness = Likeness.NONE;
    LocalDate on = TODAY;

    PairMother() {
        organization.id = UUID.randomUUID();
        offer.organizationId = organization.id;
    }

    static Pair aPair(Consumer<PairMother> change) {
        PairMother mother = new PairMother();
        change.accept(mother);
        return mother.build();
    }

    Pair build() {
        return new Pair(
                need.build(),
                offer.build(),
                division,
                organizationKnown ? organization.build() : null,
                new Basis(policy, PAIRINGS, likeness, Attention.NONE, on));
    }

    /** Makes the change that an explanation proposes. */
    void apply(Change change) {
        apply(change.edits());
    }

    void apply(List<Edit> edits) {
        edits.forEach(this::apply);
    }

    private void apply(Edit edit) {
        String value = edit.value();
        switch (edit.of() + "." + edit.member() + " " + edit.action()) {
            case "ORGANIZATION.status SET" -> {
                organizationKnown = true;
                organization.status = value;
            }
            case "ORGANIZATION.abnormalListings.until SET" ->
                organization.abnormalListings = Lists.closed(organization.abnormalListings, LocalDate.parse(value));
            case "ORGANIZATION.blacklistings.until SET" ->
                organization.blacklistings = Lists.closed(organization.blacklistings, LocalDate.parse(value));
            case "NEED.status SET" -> need.status = value;
            case "OFFER.status SET" -> offer.status = value;
            case "NEED.deadline SET" -> need.deadline = LocalDate.parse(value);
            case "NEED.periodEnd SET" -> need.periodEnd = LocalDate.parse(value);
            case "OFFER.validUntil SET" -> offer.validUntil = LocalDate.parse(value);
            case "OFFER.validFrom SET" -> offer.validFrom = LocalDate.parse(value);
            case "OFFER.items ADD" -> {
                int slash = value.lastIndexOf('/');
                offer.items = Lists.with(
                        offer.items, new ItemFact(value.substring(0, slash), value.substring(slash + 1), 1_000, 100));
            }
            case "OFFER.fields ADD" -> offer.fields = Lists.with(offer.fields, value);
            case "OFFER.divisions ADD" -> offer.divisions = Lists.with(offer.divisions, value);
            case "OFFER.modes ADD" -> offer.modes = Lists.with(offer.modes, value);
            case "OFFER.smallestCommitment SET" -> offer.smallestCommitmentFen = Lists.fen(value);
            case "OFFER.largestCommitment SET" -> offer.largestCommitmentFen = Lists.fen(value);
            case "NEED.admittedLevels ADD" -> need.admittedLevels = Lists.with(need.admittedLevels, value);
            case "NEED.admittedTypes ADD" -> need.admittedTypes = Lists.with(need.admittedTypes, value);
            case "NEED.beneficiaryOrganization REMOVE" -> need.beneficiaryOrganization = null;
            case "NEED.excludedOrganizations REMOVE" ->
                need.excludedOrganizations = Lists.without(need.excludedOrganizations, value);
            case "OFFER.excludedDivisions REMOVE" ->
                offer.excludedDivisions = Lists.without(offer.excludedDivisions, value);
            default -> throw new AssertionError("No test knows how to apply " + edit);
        }
    }

    static Listing listedSince(String day) {
        return new Listing(LocalDate.parse(day), null);
    }
}
