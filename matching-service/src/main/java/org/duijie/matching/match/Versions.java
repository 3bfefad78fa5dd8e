package org.duijie.matching.match;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement was computed from: the same versions give the same judgement.
 *
 * @param division absent where nothing is known of the county yet
 * @param organization absent where nothing is known of the organization yet
 * @param pairings the edition of the pairings
 * @param textModel what read both texts; absent where their likeness took no part
 * @param attention the edition of the measured attention; 0 as long as nothing was measured
 * @param on the business day
 */
public record Versions(
        long need,
        long offer,
        @Nullable Long division,
        @Nullable Long organization,
        int policy,
        int pairings,

        @Schema(
                examples = "bge-small-zh-v1.5-q/1",
                maxLength = 100,
                description = "What read both texts; absent where their likeness took no part")
        @Nullable
        String textModel,

        int attention,
        LocalDate on) {}
