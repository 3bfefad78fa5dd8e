package org.duijie.matching.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PolicyRequest",
        description = "拟议的匹配政策 · Weights that are to take force; a factor that is not named will weigh nothing")
record PolicyRequest(
        @Schema(examples = "2027-03-01T00:00:00+08:00", description = "生效时间 · In the future, within a year")
        @NotNull(message = "{matching.required}")
        Instant inForceFrom,

        @Schema(examples = "让深度贫困县的需求排得更前。", maxLength = 2000, description = "理由 · Why the weights are what they are")
        @NotBlank(message = "{matching.required}")
        @Size(max = 2000, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINES, message = "{matching.lines}")
        String reason,

        @Schema(maxItems = 50) @NotEmpty(message = "{matching.required}") @Size(max = 50, message = "{matching.size}")
        List<@NotNull(message = "{matching.required}") @Valid WeightRequest> weights) {

    private static final Duration LATEST = Duration.ofDays(366);

    /** One factor's weight; only the proportion of the weights counts. */
    @Schema(name = "PolicyWeightRequest")
    record WeightRequest(
            @NotNull(message = "{matching.required}") Factor factor,

            @Schema(examples = "20", minimum = "0", maximum = "1000")
            @NotNull(message = "{matching.required}")
            @Min(value = 0, message = "{matching.weight}")
            @Max(value = 1000, message = "{matching.weight}")
            Integer weight) {}

    /**
     * Refuses what could not become a policy, naming all such places.
     *
     * @throws ProblemException 400 with a pointer for each place
     */
    void check(Instant now) {
        ProblemException faults = RequestProblem.INVALID.problem();
        if (!inForceFrom.isAfter(now) || inForceFrom.isAfter(now.plus(LATEST))) {
            faults.and("#/inForceFrom", "须在今后一年之内。", "It lies in the future, within a year.");
        }
        Map<Factor, Integer> named = new EnumMap<>(Factor.class);
        for (int i = 0; i < weights.size(); i++) {
            WeightRequest weight = weights.get(i);
            if (named.put(weight.factor(), weight.weight()) != null) {
                faults.and("#/weights/" + i + "/factor", "该因素已给出。", "This factor is named already.");
            }
        }
        if (named.values().stream().allMatch(weight -> weight == 0)) {
            faults.and("#/weights", "权重不得全为零。", "Not all weights are zero.");
        }
        if (!faults.faults().isEmpty()) {
            throw faults;
        }
        PersonalData.refuse(RequestProblem.INVALID, Map.of("#/reason", reason));
    }

    Map<Factor, Integer> byFactor() {
        Map<Factor, Integer> named = new EnumMap<>(Factor.class);
        weights.forEach(weight -> named.put(weight.factor(), weight.weight()));
        return named;
    }
}
