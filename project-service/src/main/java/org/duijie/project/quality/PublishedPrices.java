package org.duijie.project.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.duijie.project.need.NeedTerms.Item;

/** The published ceilings, for whoever looks at a price after the need was written. */
@ApplicationScoped
public class PublishedPrices {

    /** @param fen the highest price of one unit */
    public record Ceiling(long fen, String source) {}

    private final List<PriceFence> fences = PriceFence.read();

    /** The ceiling for a unit of this item, where one is published. */
    public Optional<Ceiling> of(Item item) {
        return fences.stream()
                .filter(fence -> fence.concerns(item))
                .findFirst()
                .map(fence -> new Ceiling(fence.ceilingYuan().movePointRight(2).longValueExact(), fence.source()));
    }
}
