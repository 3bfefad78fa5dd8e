package org.duijie.organization.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** An offer as its organization writes it. */
@Schema(description = "填报一项帮扶资源 · What an organization says of its offer")
public record OfferRequest(
        @NotNull @Schema(examples = "01890a5d-ac96-774b-bcce-b302099a8057")
        UUID organizationId,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.LINE, message = "{text.line}")
        @Schema(examples = "山区小学图书与教师培训")
        String title,

        @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "捐赠课外读物，并为每校培训一名图书管理教师。")
        String summary,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid OfferItemBody> items,

        @NotNull @Valid @Schema(description = "The least that one agreement may take")
        Money smallestCommitment,

        @NotNull @Valid @Schema(description = "The most that one agreement may take")
        Money largestCommitment,

        @Size(max = 7) @UniqueElements @Schema(description = "Fields it serves; none given serves all")
        List<OfferTerms.@NotNull Field> fields,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "Divisions it serves, each with everything under it; none given serves every county")
        List<@NotNull @Pattern(regexp = OfferRequest.DIVISION, message = "{offer.division}") String> divisions,

        @Size(max = 200)
        @UniqueElements
        @Schema(description = "Divisions it does not serve, each with everything under it")
        List<@NotNull @Pattern(regexp = OfferRequest.DIVISION, message = "{offer.division}") String> excludedDivisions,

        @Size(max = 2) @UniqueElements @Schema(description = "Ways of helping it is meant for; none given means both")
        List<OfferTerms.@NotNull Mode> modes,

        @Size(max = 4) @UniqueElements @Schema(description = "How the organization takes part")
        List<OfferTerms.@NotNull ParticipationRole> participationRoles,

        @NotNull @Schema(description = "First day", examples = "2027-01-01")
        LocalDate validFrom,

        @NotNull @Schema(description = "Last day (Asia/Shanghai)", examples = "2027-12-31")
        LocalDate validUntil) {

    static final String DIVISION = "^[1-8][1-9]\\d{4}$";

    public OfferRequest {
        fields = Objects.requireNonNullElse(fields, List.of());
        divisions = Objects.requireNonNullElse(divisions, List.of());
        excludedDivisions = Objects.requireNonNullElse(excludedDivisions, List.of());
        modes = Objects.requireNonNullElse(modes, List.of());
        participationRoles = Objects.requireNonNullElse(participationRoles, List.of());
    }

    /** What an offer says now: what a patch is applied to. */
    static OfferRequest of(Offer offer) {
        OfferTerms terms = offer.terms();
        return new OfferRequest(
                offer.organizationId(),
                terms.title(),
                terms.summary(),
                offer.items().stream().map(OfferItemBody::of).toList(),
                Money.ofFen(terms.smallestCommitmentFen()),
                Money.ofFen(terms.largestCommitmentFen()),
                terms.fields(),
                terms.divisions(),
                terms.excludedDivisions(),
                terms.modes(),
                terms.participationRoles(),
                terms.validFrom(),
                terms.validUntil());
    }

    OfferTerms toTerms() {
        return new OfferTerms(
                title.strip(),
                summary.strip(),
                smallestCommitment.fen(),
                largestCommitment.fen(),
                fields,
                divisions,
                excludedDivisions,
                modes,
                participationRoles,
                validFrom,
                validUntil);
    }

    List<OfferItem> toItems() {
        return items.stream().map(OfferItemBody::toItem).toList();
    }

    /**
     * Refuses an offer whose parts contradict each other or whose texts hold personal data, naming all such places.
     *
     * @throws ProblemException 422 with a pointer for each place
     */
    void check() {
        ProblemException faults = OfferProblem.CONTRADICTORY.problem();
        for (int i = 0; i < items.size(); i++) {
            String line = "#/items/" + i + "/";
            items.get(i).check((member, detail) -> faults.and(line + member, detail.zh(), detail.en()));
        }
        checkBounds(faults);
        if (validUntil.isBefore(validFrom)) {
            faults.and("#/validUntil", "有效期止早于有效期起。", "It ends before it begins.");
        }
        for (int i = 0; i < excludedDivisions.size(); i++) {
            if (divisions.contains(excludedDivisions.get(i))) {
                faults.and("#/excludedDivisions/" + i, "同一地区既服务又排除。", "It is both served and excluded.");
            }
        }
        if (!faults.faults().isEmpty()) {
            throw faults;
        }
        PersonalData.refuse(OfferProblem.PERSONAL_DATA, texts());
    }

    private void checkBounds(ProblemException faults) {
        long worth = items.stream().mapToLong(item -> item.value().fen()).sum();
        if (largestCommitment.fen() == 0) {
            faults.and("#/largestCommitment/amount", "最大承诺须大于零。", "The largest commitment is greater than zero.");
        }
        if (smallestCommitment.fen() > largestCommitment.fen()) {
            faults.and("#/smallestCommitment/amount", "最小承诺大于最大承诺。", "It is more than the largest commitment.");
        }
        if (smallestCommitment.fen() > worth) {
            faults.and("#/smallestCommitment/amount", "最小承诺超过全部物项的价值。", "It is more than all the items are worth.");
        }
    }

    private Map<String, @Nullable String> texts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("#/title", title);
        texts.put("#/summary", summary);
        for (int i = 0; i < items.size(); i++) {
            texts.put("#/items/" + i + "/description", items.get(i).description());
            texts.put("#/items/" + i + "/unit", items.get(i).unit());
        }
        return texts;
    }
}
