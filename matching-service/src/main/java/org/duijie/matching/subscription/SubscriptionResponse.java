package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.matching.filter.Category;
import org.duijie.matching.filter.Field;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.Mode;
import org.duijie.matching.match.Ppm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Subscription",
        description = "订阅 · An organization's standing wish to be told of matches, organizations or projects")
record SubscriptionResponse(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String organization,

        @Schema(examples = "张家口教育需求", maxLength = 100) String name,
        @Schema(maxItems = 7) List<Field> fields,
        @Schema(maxItems = 200) List<String> divisions,
        @Schema(maxItems = 2) List<Mode> modes,
        @Schema(maxItems = 3) List<Category> categories,

        @Schema(examples = "0.300000", pattern = "[01]\\.\\d{6}")
        String minimumScore,

        @Schema(
                examples = "kind:GOODS AND amount<=50000.00 AND NOT title:\"搬迁\"",
                maxLength = Filter.LONGEST,
                description = "其余条件的统一写法 · What else is asked for, in its one printed form; absent where nothing is")
        @Nullable
        String filter,

        SubscriptionSubject subject,

        @Schema(maxItems = 200, description = "所关注的组织 · Whose status it tells, by credit code")
        List<String> organizations,

        @Schema(maxItems = 200, description = "所关注的项目 · Projects of whose progress and money it tells")
        List<UUID> projects,

        @Schema(examples = "42", minimum = "0", description = "最新事件的编号 · The number of the last event")
        long last,

        @Schema(examples = "1", minimum = "1", description = "订阅内容的版本 · Counts the changes of what is asked for")
        long version,

        Instant createdAt)
        implements Versioned {

    /** What was told in between makes another picture of the same wish. */
    @Override
    public String view() {
        return Long.toString(last)
                .chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0'))
                .collect(Collectors.joining());
    }

    static SubscriptionResponse of(Subscription subscription) {
        Wish wish = subscription.wish();
        return new SubscriptionResponse(
                subscription.id(),
                subscription.organization(),
                subscription.name(),
                wish.fields().stream().map(Field::valueOf).toList(),
                wish.divisions(),
                wish.modes().stream().map(Mode::valueOf).toList(),
                wish.categories().stream().map(Category::valueOf).toList(),
                Ppm.text(wish.minimumPpm()),
                subscription.filter(),
                subscription.subject(),
                subscription.subject() == SubscriptionSubject.ORGANIZATION_STATUS ? subscription.watched() : List.of(),
                subscription.subject() == SubscriptionSubject.PROJECT
                        ? subscription.watched().stream().map(UUID::fromString).toList()
                        : List.of(),
                subscription.lastNumber(),
                subscription.wishVersion(),
                subscription.createdAt());
    }
}
