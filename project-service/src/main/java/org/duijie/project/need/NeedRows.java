package org.duijie.project.need;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.duijie.chassis.database.Insert;
import org.jspecify.annotations.Nullable;

/**
 * New needs as rows of their table. Hibernate, which reads and changes them, would write the same, column by column, but
 * one at a time and apart from history and event.
 */
final class NeedRows {

    /** As Hibernate writes JSON columns. */
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private static final Insert NEEDS = new Insert(
            "need",
            List.of(
                    "id uuid",
                    "version bigint",
                    "status text",
                    "division_code text",
                    "division_name text",
                    "title text",
                    "summary text",
                    "field text",
                    "category text",
                    "mode text",
                    "items jsonb",
                    "value_fen bigint",
                    "splittable boolean",
                    "beneficiary_persons int",
                    "beneficiary_households int",
                    "period_start date",
                    "period_end date",
                    "deadline date",
                    "admitted_levels jsonb",
                    "admitted_types jsonb",
                    "excluded_organizations jsonb",
                    "beneficiary_organization text",
                    "evidence jsonb",
                    "created_at timestamptz",
                    "updated_at timestamptz",
                    "published_at timestamptz",
                    "publisher text",
                    "reference text",
                    "authors jsonb",
                    "reviewed_at timestamptz",
                    "reviewed_by text",
                    "review_reasons jsonb",
                    "standing_review boolean"));

    private NeedRows() {}

    static Insert.Rows of(Collection<Need> created) {
        Insert.Rows rows = NEEDS.rows();
        created.forEach(need -> add(rows, need));
        return rows;
    }

    private static void add(Insert.Rows rows, Need need) {
        NeedTerms terms = need.terms();
        Reviewed review = need.review();
        @Nullable OwnReference own = need.own().orElse(null);
        @Nullable Instant publishedAt = need.publishedAt().orElse(null);
        rows.add(
                need.id(),
                need.version(),
                need.status(),
                terms.divisionCode(),
                need.divisionName(),
                terms.title(),
                terms.summary(),
                terms.field(),
                terms.category(),
                terms.mode(),
                json(terms.items()),
                need.valueFen(),
                terms.splittable(),
                terms.beneficiaryPersons(),
                terms.beneficiaryHouseholds(),
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                json(terms.admittedLevels()),
                json(terms.admittedTypes()),
                json(terms.excludedOrganizations()),
                terms.beneficiaryOrganization(),
                json(terms.evidence()),
                need.createdAt(),
                need.updatedAt(),
                publishedAt,
                own == null ? null : own.publisher(),
                own == null ? null : own.reference(),
                json(need.authors()),
                review.reviewedAt(),
                review.reviewedBy(),
                json(review.reviewReasons()),
                review.standingReview());
    }

    private static String json(List<?> list) {
        if (list.isEmpty()) {
            return "[]";
        }
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
