package org.duijie.project.need;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.statistics.Cell;
import org.duijie.project.statistics.Fact;
import org.duijie.project.statistics.Stage;
import org.jspecify.annotations.Nullable;

/** What statistics count of one need: it once it is published, until it is withdrawn or expires. */
record Counted(Cell cell, long fen) {

    static @Nullable Counted of(Need need) {
        return need.status() == NeedStatus.PUBLISHED || need.status() == NeedStatus.FULFILLED
                ? need.publishedAt()
                        .map(at -> new Counted(cellOf(need, at), need.valueFen()))
                        .orElse(null)
                : null;
    }

    private static Cell cellOf(Need need, Instant publishedAt) {
        NeedTerms terms = need.terms();
        return new Cell(
                terms.category().name(),
                "",
                "",
                terms.mode().name(),
                terms.field().name(),
                terms.divisionCode(),
                publishedAt.atZone(BusinessDay.ZONE).getYear());
    }

    /** What has to be counted so that this comes out in the place of that. */
    static List<Fact> between(@Nullable Counted before, @Nullable Counted after, Instant at) {
        if (Objects.equals(before, after)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        if (before != null) {
            facts.add(new Fact(at, Stage.NEEDED, before.cell(), -1, -before.fen()));
        }
        if (after != null) {
            facts.add(new Fact(at, Stage.NEEDED, after.cell(), 1, after.fen()));
        }
        return facts;
    }
}
