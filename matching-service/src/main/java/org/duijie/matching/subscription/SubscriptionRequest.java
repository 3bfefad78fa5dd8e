package org.duijie.matching.subscription;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.text.PlainText;
import org.duijie.matching.filter.Category;
import org.duijie.matching.filter.Field;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.duijie.matching.filter.Mode;
import org.duijie.matching.match.Ppm;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "SubscriptionRequest",
        description = "订阅 · What to be told of; of matches, an empty or absent list wants all")
record SubscriptionRequest(
        @Schema(examples = "51110102MJ0121629F", description = "本组织统一社会信用代码 · The organization's credit code")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}")
        String organization,

        @Schema(examples = "张家口教育需求", maxLength = 100)
        @NotBlank(message = "{matching.required}")
        @Size(max = 100, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINE, message = "{matching.line}")
        String name,

        @Schema(maxItems = 7) @Size(max = 7, message = "{matching.size}") @Nullable
        List<@NotNull(message = "{matching.required}") Field> fields,

        @Schema(maxItems = 200, description = "GB/T 2260 codes, each with all below it")
        @Size(max = 200, message = "{matching.size}")
        @Nullable
        List<
                        @NotNull(message = "{matching.required}")
                        @Pattern(regexp = "[1-9]\\d{5}", message = "{matching.division}") String>
                divisions,

        @Schema(maxItems = 2) @Size(max = 2, message = "{matching.size}") @Nullable
        List<@NotNull(message = "{matching.required}") Mode> modes,

        @Schema(maxItems = 3) @Size(max = 3, message = "{matching.size}") @Nullable
        List<@NotNull(message = "{matching.required}") Category> categories,

        @Schema(
                examples = "0.3",
                pattern = "0(\\.\\d{1,6})?|1(\\.0{1,6})?",
                defaultValue = "0",
                description = "最低得分 · Matches that score less are not told")
        @Pattern(regexp = "0(\\.\\d{1,6})?|1(\\.0{1,6})?", message = "{matching.score}")
        @Nullable
        String minimumScore,

        @Schema(
                examples = "kind:GOODS AND amount<=50000.00 AND NOT title:\"搬迁\"",
                maxLength = Filter.LONGEST,
                pattern = FilterText.PATTERN,
                description = FilterText.DESCRIPTION)
        @Size(max = Filter.LONGEST, message = "{matching.size}")
        @Nullable
        String filter,

        @Schema(
                defaultValue = "MATCHES",
                description =
                        "订阅对象 · What to be told of: matches of one's own offers, which the members above narrow down, or"
                                + " organizations or projects by name. It stays as it is")
        @Nullable
        SubscriptionSubject subject,

        @Schema(maxItems = 200, description = "所关注组织的统一社会信用代码 · Whose status to be told of, by credit code")
        @Size(max = 200, message = "{matching.size}")
        @Nullable
        List<
                        @NotNull(message = "{matching.required}")
                        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}") String>
                organizations,

        @Schema(
                maxItems = 200,
                description = "所关注的本组织项目 · Projects of one's own of whose progress and money to be told")
        @Size(max = 200, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") UUID> projects) {

    /** What a subscription asks for now, as it would be written. */
    static SubscriptionRequest of(Subscription subscription) {
        Wish wish = subscription.wish();
        return new SubscriptionRequest(
                subscription.organization(),
                subscription.name(),
                wish.fields().stream().map(Field::valueOf).toList(),
                wish.divisions(),
                wish.modes().stream().map(Mode::valueOf).toList(),
                wish.categories().stream().map(Category::valueOf).toList(),
                Ppm.text(wish.minimumPpm()),
                subscription.filter(),
                subscription.subject(),
                subscription.subject() == SubscriptionSubject.ORGANIZATION_STATUS ? subscription.watched() : null,
                subscription.subject() == SubscriptionSubject.PROJECT
                        ? subscription.watched().stream().map(UUID::fromString).toList()
                        : null);
    }

    /** What it is about. */
    SubscriptionSubject about() {
        return Objects.requireNonNullElse(subject, SubscriptionSubject.MATCHES);
    }

    /**
     * What is asked for.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400 where the filter cannot be read
     */
    Asked asked(UUID id) {
        return switch (about()) {
            case MATCHES -> wish(id);
            case ORGANIZATION_STATUS ->
                new Watch(id, organization, orNone(organizations).distinct().toList());
            case PROJECT ->
                new Watch(
                        id,
                        organization,
                        orNone(projects).map(UUID::toString).distinct().toList());
        };
    }

    /**
     * Refuses members that do not belong to what it is about, or are missing.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400 that names each
     */
    void requireItsOwnMembers() {
        boolean matches = about() == SubscriptionSubject.MATCHES;
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("fields", orNone(fields).findAny().isPresent());
        given.put("divisions", orNone(divisions).findAny().isPresent());
        given.put("modes", orNone(modes).findAny().isPresent());
        given.put("categories", orNone(categories).findAny().isPresent());
        given.put("minimumScore", minimumScore != null && Ppm.parse(minimumScore) > 0);
        given.put("filter", filter != null && !filter.isBlank());
        ProblemException wrong = RequestProblem.INVALID.problem();
        given.forEach((member, there) -> {
            if (there && !matches) {
                wrong.and("#/" + member, "只用于订阅匹配。", "It narrows down matches alone.");
            }
        });
        watched(wrong, "organizations", orNone(organizations), SubscriptionSubject.ORGANIZATION_STATUS);
        watched(wrong, "projects", orNone(projects), SubscriptionSubject.PROJECT);
        if (!wrong.faults().isEmpty()) {
            throw wrong;
        }
    }

    /**
     * Refuses what is not about matches.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400
     */
    void requireMatches() {
        requireItsOwnMembers();
        if (about() != SubscriptionSubject.MATCHES) {
            throw RequestProblem.INVALID.at("#/subject", "只有匹配才能预览和回测。", "Only matches are previewed and back-tested.");
        }
    }

    private void watched(ProblemException wrong, String member, Stream<?> named, SubscriptionSubject of) {
        boolean any = named.findAny().isPresent();
        if (any && about() != of) {
            wrong.and("#/" + member, "只用于订阅对象 " + of + "。", "It belongs to the subject " + of + " alone.");
        } else if (!any && about() == of) {
            wrong.and("#/" + member, "请至少列出一个。", "Name at least one.");
        }
    }

    private static <T> Stream<T> orNone(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    /**
     * What is asked for.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400 where the filter cannot be read
     */
    Wish wish(UUID id) {
        return new Wish(
                id,
                organization,
                names(fields),
                divisions == null ? List.of() : divisions.stream().distinct().toList(),
                names(modes),
                names(categories),
                Ppm.parse(Objects.requireNonNullElse(minimumScore, "0")),
                Filter.parse(filter, "#/filter"));
    }

    private static List<String> names(@Nullable List<? extends Enum<?>> constants) {
        return constants == null
                ? List.of()
                : constants.stream().map(Enum::name).distinct().toList();
    }
}
