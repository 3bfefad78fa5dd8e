package org.duijie.matching.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.duijie.chassis.money.Money;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is given for one item of the need, as it is proposed.
 *
 * @param item place among the need's items, from 0
 * @param quantity decimal string greater than zero, at most three decimals, in the need's unit
 * @param value what the two sides hold the whole of it to be worth
 */
@Schema(name = "ProposalItem", description = "物项 · What is given for one item of the need")
public record ProposalItemBody(
        @Schema(description = "Its place among the need's items, from 0", examples = "0")
        @NotNull(message = "{matching.required}")
        @Min(value = 0, message = "{matching.not-negative}")
        @Max(value = 49, message = "{proposal.item}")
        Integer item,

        @Schema(description = "Decimal string greater than zero, at most three decimals", examples = "1200")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = ProposalItemBody.QUANTITY, message = "{proposal.quantity}")
        String quantity,

        @NotNull(message = "{matching.required}") @Valid @Schema(description = "Value of the whole")
        Money value) {

    static final String QUANTITY = "^(?=.*[1-9])(0|[1-9]\\d{0,12})(\\.\\d{1,3})?$";

    /**
     * @param pointer of this item, should the need have no such item
     * @throws org.duijie.chassis.problem.ProblemException 422
     */
    ProposalTerms.Item of(NeedFact need, String pointer) {
        ItemFact asked = need.item(item)
                .orElseThrow(() -> ProposalProblem.CONTRADICTORY.at(
                        pointer + "/item",
                        "需求没有这个物项，或已由其他协议全部承接。",
                        "The need has no such item, or agreements have taken all of it on."));
        return new ProposalTerms.Item(item, asked.resourceCode(), asked.unit(), thousandths(quantity), value.fen());
    }

    static long thousandths(String quantity) {
        return new BigDecimal(quantity).movePointRight(3).longValueExact();
    }
}
