package org.duijie.project.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duijie.chassis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organization may take part, as far as it is known here; the rule is organization-service's own: verified, and
 * neither on the abnormal list nor on the blacklist on that day.
 *
 * @param relatedParties credit codes of those it is tied to
 * @param abnormal periods on the list 活动异常名录
 * @param blacklisted periods on the list 严重违法失信名单
 */
public record Eligibility(
        String creditCode,
        long version,
        String status,
        List<String> relatedParties,
        List<Period> abnormal,
        List<Period> blacklisted) {

    /** @param until last day; absent while it lasts */
    public record Period(LocalDate from, @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    /** What stands in its way on a day; empty where nothing does. */
    public Optional<Text> obstacle(LocalDate day) {
        if (blacklisted.stream().anyMatch(period -> period.holds(day))) {
            return Optional.of(Text.of("被列入严重违法失信名单", "It is on the blacklist"));
        }
        if (abnormal.stream().anyMatch(period -> period.holds(day))) {
            return Optional.of(Text.of("被列入活动异常名录", "It is on the abnormal list"));
        }
        return status.equals("VERIFIED")
                ? Optional.empty()
                : Optional.of(Text.of("登记状态为 " + status, "Its registration is " + status));
    }
}
