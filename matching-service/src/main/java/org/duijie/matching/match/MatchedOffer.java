package org.duijie.matching.match;

import java.util.UUID;
import org.duijie.matching.replica.OfferFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An offer in short. */
@Schema(name = "MatchedOffer", description = "帮扶资源摘要 · An offer in short")
public record MatchedOffer(
        UUID id,
        @Schema(examples = "万册图书进乡村", maxLength = 200) String title) {

    public static MatchedOffer of(OfferFact offer) {
        return new MatchedOffer(offer.id(), offer.title());
    }
}
