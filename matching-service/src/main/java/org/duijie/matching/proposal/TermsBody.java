package org.duijie.matching.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.PlainText;
import org.duijie.matching.replica.NeedFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Terms as a side writes them.
 *
 * @param answerBy last day for the other side's answer; two weeks from now where it is absent
 */
@Schema(name = "ProposalTerms", description = "对接内容 · What one side proposes to the other")
public record TermsBody(
        @NotEmpty(message = "{matching.required}") @Size(max = 50, message = "{matching.size}")
        List<@NotNull(message = "{matching.required}") @Valid ProposalItemBody> items,

        @Schema(description = "First day of the carrying-out", examples = "2027-03-01")
        @NotNull(message = "{matching.required}")
        LocalDate periodStart,

        @Schema(description = "Last day of the carrying-out", examples = "2027-12-31")
        @NotNull(message = "{matching.required}")
        LocalDate periodEnd,

        @Schema(examples = "图书由县教育局统一编目，运费由捐赠方承担。")
        @Size(max = 2000, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINES, message = "{proposal.lines}")
        @Nullable
        String conditions,

        @Schema(description = "What is to be reached by when, in that order")
        @Size(max = 24, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") @Valid Milestone> milestones,

        @Schema(description = "What is to arrive by when; none where all of it is due at the end")
        @Size(max = 60, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") @Valid Pledge> pledges,

        @Schema(
                description = "Last day for the other side's answer, two weeks from now if absent",
                examples = "2027-02-14")
        @Nullable
        LocalDate answerBy) {

    /** @param payment what is paid when it is reached */
    @Schema(name = "ProposalMilestone", description = "里程碑 · What is to be reached by when")
    public record Milestone(
            @Schema(examples = "图书到校")
            @NotBlank(message = "{matching.required}")
            @Size(max = 100, message = "{matching.size}")
            @Pattern(regexp = PlainText.LINE, message = "{matching.line}")
            String title,

            @Schema(examples = "2027-05-31") @NotNull(message = "{matching.required}")
            LocalDate dueOn,

            @Valid @Nullable Money payment) {}

    /**
     * @param item place of one of the proposed items among the need's items
     * @param quantity decimal string; absent for funds
     */
    @Schema(name = "ProposalPledge", description = "分期认捐 · What is to arrive by when")
    public record Pledge(
            @Schema(examples = "0")
            @NotNull(message = "{matching.required}")
            @Min(value = 0, message = "{matching.not-negative}")
            @Max(value = 49, message = "{proposal.item}")
            Integer item,

            @Schema(examples = "600")
            @Pattern(regexp = ProposalItemBody.QUANTITY, message = "{proposal.quantity}")
            @Nullable
            String quantity,

            @NotNull(message = "{matching.required}") @Valid Money value,

            @Schema(examples = "2027-04-30") @NotNull(message = "{matching.required}")
            LocalDate dueOn) {}

    private static final int ANSWER_DAYS = 14;

    public TermsBody {
        milestones = Objects.requireNonNullElse(milestones, List.of());
        pledges = Objects.requireNonNullElse(pledges, List.of());
    }

    /** The terms for this need, whose items they take up. */
    ProposalTerms of(NeedFact need) {
        return new ProposalTerms(
                IntStream.range(0, items.size())
                        .mapToObj(i -> items.get(i).of(need, "#/items/" + i))
                        .toList(),
                periodStart,
                periodEnd,
                conditions == null ? null : conditions.strip(),
                Objects.requireNonNull(milestones).stream()
                        .map(milestone -> new ProposalTerms.Milestone(
                                milestone.title().strip(),
                                milestone.dueOn(),
                                milestone.payment() == null
                                        ? null
                                        : milestone.payment().fen()))
                        .toList(),
                Objects.requireNonNull(pledges).stream()
                        .map(pledge -> new ProposalTerms.Pledge(
                                pledge.item(),
                                pledge.quantity() == null ? null : ProposalItemBody.thousandths(pledge.quantity()),
                                pledge.value().fen(),
                                pledge.dueOn()))
                        .toList());
    }

    /** The last day for an answer: as written, or in two weeks, but not beyond the need's deadline or the offer's end. */
    LocalDate answerBy(Subject subject, LocalDate today) {
        if (answerBy != null) {
            return answerBy;
        }
        return List.of(
                        today.plusDays(ANSWER_DAYS),
                        subject.need().deadline(),
                        subject.offer().validUntil())
                .stream()
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
