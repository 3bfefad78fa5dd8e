package org.duijie.project.quality;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.project.need.NeedTerms;

/**
 * What the reference lists have to say about a need. Computed from its terms alone, so that the author, the reviewer and
 * the gate see the same hints, and cheap, so that the gate can stand before every line of an import.
 */
@Singleton
class NeedRules {

    private final List<NeedTemplate> templates = NeedTemplate.read();
    private final List<PriceFence> fences = PriceFence.read();
    private final List<UnusualThing> unusual = UnusualThing.read();

    List<Hint> hints(NeedTerms terms, LocalDate today) {
        Asked asked = Asked.of(terms, today);
        return Stream.of(
                        templates.stream().flatMap(template -> template.hints(asked)),
                        IntStream.range(0, terms.items().size()).boxed().flatMap(i -> prices(terms, i)),
                        unusual.stream().flatMap(thing -> thing.hint(asked).stream()))
                .<Hint>flatMap(hints -> hints)
                .toList();
    }

    private Stream<Hint> prices(NeedTerms terms, int item) {
        return fences.stream().flatMap(fence -> fence.hint(terms.items().get(item), "#/items/" + item).stream());
    }
}
