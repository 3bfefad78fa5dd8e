package org.duijie.matching.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.duijie.chassis.text.Text;
import org.duijie.matching.replica.ProjectState;
import org.duijie.matching.replica.ProjectState.Milestone;
import org.jspecify.annotations.Nullable;

/** What of a project has changed: its status, its money and its milestones. */
public final class ProjectDifferences {

    private static final Text NOT_REACHED = Text.of("未达成", "not reached");

    private ProjectDifferences() {}

    /** In the order in which people read the project; nothing where it was not known before. */
    public static List<Difference> between(@Nullable ProjectState was, ProjectState is) {
        if (was == null) {
            return List.of();
        }
        List<Difference> all = new ArrayList<>(new Differences<>(was, is)
                .add("title", Text.of("标题", "title"), project -> Values.quoted(project.title()))
                .add("status", Text.of("状态", "status"), project -> Values.code(project.status()))
                .add("value", Text.of("协议价值", "value agreed"), fen(ProjectState::valueFen))
                .add("money.pledged", Text.of("认捐", "pledged"), fen(ProjectState::pledgedFen))
                .add("money.received", Text.of("到账", "received"), fen(ProjectState::receivedFen))
                .add("money.disbursed", Text.of("拨付", "disbursed"), fen(ProjectState::disbursedFen))
                .add("money.returned", Text.of("退回", "returned"), fen(ProjectState::returnedFen))
                .add(
                        "money.standing",
                        Text.of("账目核对", "standing of the figures"),
                        project -> standing(project.standing()))
                .all());
        is.milestones().forEach(milestone -> reached(was, milestone).ifPresent(all::add));
        all.addAll(new Differences<>(was, is)
                .add(
                        "termination",
                        Text.of("终止原因", "reason of termination"),
                        project -> Values.orNone(project.terminationReason()))
                .add(
                        "leftoverPurpose",
                        Text.of("结余用途", "purpose of what is left"),
                        project -> Values.orNone(project.leftoverPurpose()))
                .add(
                        "finalDisclosure",
                        Text.of("最终公示", "final disclosure"),
                        project -> day(project.finalDisclosureOn()))
                .all());
        return List.copyOf(all);
    }

    private static Function<ProjectState, Text> fen(ToLongFunction<ProjectState> amount) {
        return project -> Values.fen(amount.applyAsLong(project));
    }

    private static Optional<Difference> reached(ProjectState was, Milestone is) {
        Text before = was.milestones().stream()
                .filter(one -> one.number() == is.number())
                .findFirst()
                .map(one -> reached(one.reachedOn()))
                .orElse(NOT_REACHED);
        Text after = reached(is.reachedOn());
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(
                        "milestones." + is.number(),
                        Text.of(
                                "里程碑" + is.number() + "“" + is.title() + "”",
                                "milestone " + is.number() + " \"" + is.title() + "\""),
                        before,
                        after));
    }

    private static Text reached(@Nullable LocalDate on) {
        return on == null ? NOT_REACHED : Text.of(on + " 达成", "reached on " + on);
    }

    private static Text standing(String code) {
        return switch (code) {
            case "VERIFIED" -> Text.of("双方一致", "both sides agree");
            case "UNCONFIRMED" -> Text.of("待对方确认", "to be confirmed by the other side");
            case "DISPUTED" -> Text.of("双方不一致", "the sides differ");
            default -> Values.plain(code);
        };
    }

    private static Text day(@Nullable LocalDate on) {
        return on == null ? Values.orNone(null) : Values.day(on);
    }
}
