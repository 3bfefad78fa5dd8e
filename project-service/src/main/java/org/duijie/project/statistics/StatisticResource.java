package org.duijie.project.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.query.QueryValue;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.statistics.FactBook.Question;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Statistics over HTTP. They name nobody but places, so everybody may ask. */
@Path("/statistics")
@Tag(name = "statistics", description = "Counts and amounts by every cut, as of any instant")
@RunOnVirtualThread
public class StatisticResource {

    private static final int MOST_CUTS = 2;
    private static final int MOST_MONTHS = 120;
    private static final String POSITION = "^(0|[1-9]\\d{0,8})$";

    private final FactReader facts;
    private final BusinessDay day;

    @Inject
    StatisticResource(FactReader facts, BusinessDay day) {
        this.facts = facts;
        this.day = day;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "readStatistics",
            summary = "Count and add up by one cut, or by two crossed",
            description =
                    "Every figure says what it counts: published needs, intentions, agreements, receipts that the "
                            + "county confirmed, or completed projects. Supply against demand is NEEDED beside AGREED and "
                            + "RECEIVED, by COUNTY and FIELD. Rows, margins and totals of one answer add up exactly.")
    @APIResponse(responseCode = "200", description = "The figures, with the position they were computed at")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "statistic-position-unknown")
    public StatisticResponse read(
            @RestQuery
                    @Parameter(
                            description = "What to count; left out: AGREED",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Stage.class, maxItems = 5))
                    List<String> stage,
            @RestQuery
                    @Parameter(
                            description = "One cut or two; left out: the totals only",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Cut.class, maxItems = MOST_CUTS))
                    List<String> by,
            @RestQuery
                    @Parameter(
                            description = "As the ledger stood at this instant, RFC 3339",
                            schema = @Schema(implementation = Instant.class))
                    @Nullable
                    String asOf,
            @RestQuery
                    @Pattern(regexp = POSITION, message = "{statistic.position}")
                    @Parameter(
                            description = "As the ledger stood at this position of an earlier answer",
                            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "999999999"))
                    @Nullable
                    String position) {
        FactBook book = facts.upToDate();
        Instant instant = instant(asOf);
        Question question =
                new Question(stages(stage), choices("by", by, Cut.class, MOST_CUTS), position(book, instant, position));
        return StatisticResponse.of(question, instant, book.answer(question));
    }

    @GET
    @Path("/modes")
    @Access(open = true)
    @Operation(
            operationId = "readModeShares",
            summary = "Read how much of the help builds capacity, month by month",
            description = "输血 and 造血: the state at the end of each month from the first asked for to the last, and "
                    + "of the present month as it is now.")
    @APIResponse(responseCode = "200", description = "One line for each month")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public ModeShareResponse modes(
            @RestQuery
                    @Parameter(
                            description = "What to count; left out: AGREED",
                            schema = @Schema(implementation = Stage.class))
                    @Nullable
                    String stage,
            @RestQuery
                    @Parameter(
                            description = "A day of the first month; left out: eleven months before the last",
                            schema = @Schema(implementation = LocalDate.class))
                    @Nullable
                    String from,
            @RestQuery
                    @Parameter(
                            description = "A day of the last month; left out: today",
                            schema = @Schema(implementation = LocalDate.class))
                    @Nullable
                    String until) {
        Stage counted = new QueryValue("stage", stage).asChoice(Stage.class).orElse(Stage.AGREED);
        LocalDate last = new QueryValue("until", until).asDate().orElseGet(day::today);
        LocalDate first = new QueryValue("from", from).asDate().orElseGet(() -> last.minusMonths(11));
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).isBefore(last)) {
            throw RequestProblem.INVALID.at(
                    "?from",
                    "须不晚于 until，且相距不超过 " + MOST_MONTHS + " 个月。",
                    "It is no later than until, and at most " + MOST_MONTHS + " months before it.");
        }
        FactBook book = facts.upToDate();
        List<ModeShareResponse.Item> items = new ArrayList<>();
        int position = 0;
        for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate end = month.plusMonths(1).minusDays(1);
            Instant close = end.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant();
            position = book.positionAt(close.minusMillis(1));
            Question question = new Question(List.of(counted), List.of(Cut.MODE), position);
            items.add(ModeShareResponse.Item.of(end, counted, book.answer(question)));
        }
        return new ModeShareResponse(position, counted, items);
    }

    private static int position(FactBook book, @Nullable Instant instant, @Nullable String position) {
        int size = book.size();
        if (position == null) {
            return instant == null ? size : book.positionAt(instant);
        }
        int asked = Integer.parseInt(position);
        if (instant != null) {
            throw RequestProblem.INVALID.at("?position", "asOf 与 position 只能选一个。", "Give asOf or position, not both.");
        }
        if (asked > size) {
            throw StatisticProblem.POSITION_UNKNOWN.problem();
        }
        return asked;
    }

    private static List<Stage> stages(List<String> asked) {
        List<Stage> stages = choices("stage", asked, Stage.class, Stage.values().length);
        return stages.isEmpty() ? List.of(Stage.AGREED) : stages;
    }

    private static <E extends Enum<E>> List<E> choices(String name, List<String> asked, Class<E> choices, int most) {
        List<E> chosen = asked.stream()
                .map(one -> new QueryValue(name, one).asChoice(choices).orElseThrow())
                .distinct()
                .toList();
        if (asked.size() > most || chosen.size() < asked.size()) {
            throw RequestProblem.INVALID.at("?" + name, "至多 " + most + " 个，且不得重复。", "At most " + most + ", each once.");
        }
        return chosen;
    }

    private static @Nullable Instant instant(@Nullable String asOf) {
        if (asOf == null) {
            return null;
        }
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException noInstant) {
            throw RequestProblem.INVALID.at(
                    "?asOf",
                    "须为 RFC 3339 时刻，如 2018-08-18T16:00:00Z。",
                    "An instant is wanted, such as 2018-08-18T16:00:00Z.");
        }
    }
}
