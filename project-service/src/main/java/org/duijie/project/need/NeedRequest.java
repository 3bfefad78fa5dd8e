package org.duijie.project.need;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.Mode;
import org.duijie.project.need.NeedTerms.OrganizationType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** A need as its county writes it. What is wrong by itself is refused here, what contradicts by {@link NeedTerms}. */
@Schema(name = "NeedRequest", description = "Everything that a county asks for; a revision replaces it whole")
public record NeedRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.DIVISION, message = "{need.division}")
        @Schema(description = "GB/T 2260 code of the county", examples = "130722", pattern = NeedRequest.DIVISION)
        String divisionCode,

        @NotNull
        @Pattern(regexp = NeedRequest.LINE_100, message = "{need.line100}")
        @Schema(examples = "乡村小学图书角", minLength = 1, maxLength = 100)
        String title,

        @NotNull
        @Pattern(regexp = NeedRequest.LINES_2000, message = "{need.lines2000}")
        @Schema(examples = "为全县十二所寄宿制小学各建一个图书角，并培训一名教师。", minLength = 1, maxLength = 2000)
        String summary,

        @NotNull @Schema(examples = "EDUCATION") Field field,
        @NotNull @Schema(examples = "DEVELOPMENT") Category category,
        @NotNull @Schema(examples = "CAPACITY_BUILDING") Mode mode,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid NeedItem> items,

        @NotNull @Schema(description = "May several organizations each cover a part?", examples = "true")
        Boolean splittable,

        @NotNull @Valid Beneficiaries beneficiaries,
        @NotNull @Schema(examples = "2027-09-01") LocalDate periodStart,
        @NotNull @Schema(examples = "2028-06-30") LocalDate periodEnd,

        @NotNull @Schema(description = "Last day on which offers may be made (Asia/Shanghai)", examples = "2027-12-31")
        LocalDate deadline,

        @Size(max = 4)
        @UniqueElements
        @Schema(description = "Registration levels that may answer; none given admits all")
        List<@NotNull Level> admittedLevels,

        @Size(max = 4)
        @UniqueElements
        @Schema(description = "Kinds of organization that may answer; none given admits all")
        List<@NotNull OrganizationType> admittedTypes,

        @Size(max = 100) @UniqueElements @Schema(description = "Credit codes that are not wanted")
        List<@NotNull @Pattern(regexp = NeedRequest.CREDIT_CODE, message = "{need.creditCode}") String>
                excludedOrganizations,

        @Pattern(regexp = NeedRequest.CREDIT_CODE, message = "{need.creditCode}")
        @Schema(
                description = "Credit code of the organization that the help goes through, if any",
                pattern = NeedRequest.CREDIT_CODE)
        @Nullable
        String beneficiaryOrganization,

        @Size(max = 10) @UniqueElements @Schema(description = "Documents that show that the need is real")
        List<@NotNull @Valid Evidence> evidence) {

    public static final String DIVISION = "^[1-9]\\d{5}$";
    public static final String CREDIT_CODE = "^[0-9A-HJ-NP-RTUWXY]{18}$";

    /** No space shows, not even the ideographic one, which {@code \s} does not know. */
    private static final String VISIBLE = "^(?=[\\s\\S]*[^\\s\\p{Z}])";

    /** One line with something to read on it: no control, invisible or private-use characters. */
    public static final String LINE_20 = VISIBLE + "\\P{C}{1,20}$";

    public static final String LINE_100 = VISIBLE + "\\P{C}{1,100}$";
    /** The same with line breaks. */
    public static final String LINES = VISIBLE + "[\\P{C}\\n\\t]{1,500}$";

    public static final String LINES_2000 = VISIBLE + "[\\P{C}\\n\\t]{1,2000}$";

    /** Counts only: who is helped is never named. */
    @Schema(name = "NeedBeneficiaries", description = "Counts only")
    public record Beneficiaries(
            @NotNull @PositiveOrZero @Max(100_000_000) @Schema(examples = "320")
            Integer persons,

            @NotNull @PositiveOrZero @Max(100_000_000) @Schema(examples = "110")
            Integer households) {}

    /** What the reviewing office decides. */
    @Schema(name = "NeedReview")
    public record Review(
            @NotNull @Schema(examples = "PUBLISH") Decision decision,

            @Size(max = 20) @Schema(description = "Why it is returned, required then; remarks otherwise")
            List<@NotNull @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}") String> reasons) {

        @Schema(name = "NeedDecision")
        public enum Decision {
            PUBLISH,
            RETURN
        }

        public Review {
            reasons = listOrNone(reasons);
        }
    }

    /** Why something is done that others relied on not being done. */
    @Schema(name = "NeedReason")
    public record Reason(
            @NotNull
            @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
            @Schema(examples = "已由县财政解决", minLength = 1, maxLength = 500)
            String reason) {}

    /** What is to change about a published need. */
    @Schema(name = "NeedAmendment")
    public record Amendment(
            @NotNull
            @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
            @Schema(examples = "两所小学已由县财政配齐", minLength = 1, maxLength = 500)
            String reason,

            @NotNull
            @Schema(
                    implementation = Object.class,
                    type = SchemaType.OBJECT,
                    description = "JSON merge patch (RFC 7396) of the need as published; members as in NeedRequest",
                    examples = "{\"splittable\":false}")
            JsonNode patch) {}

    public NeedRequest {
        admittedLevels = listOrNone(admittedLevels);
        admittedTypes = listOrNone(admittedTypes);
        excludedOrganizations = listOrNone(excludedOrganizations);
        evidence = listOrNone(evidence);
    }

    public NeedTerms toTerms() {
        return new NeedTerms(
                divisionCode,
                title.strip(),
                summary.strip(),
                field,
                category,
                mode,
                items.stream().map(NeedItem::toItem).toList(),
                splittable,
                beneficiaries.persons,
                beneficiaries.households,
                periodStart,
                periodEnd,
                deadline,
                List.copyOf(admittedLevels),
                List.copyOf(admittedTypes),
                List.copyOf(excludedOrganizations),
                beneficiaryOrganization,
                List.copyOf(evidence));
    }

    static NeedRequest of(NeedTerms terms) {
        return new NeedRequest(
                terms.divisionCode(),
                terms.title(),
                terms.summary(),
                terms.field(),
                terms.category(),
                terms.mode(),
                terms.items().stream().map(NeedItem::of).toList(),
                terms.splittable(),
                new Beneficiaries(terms.beneficiaryPersons(), terms.beneficiaryHouseholds()),
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                terms.admittedLevels(),
                terms.admittedTypes(),
                terms.excludedOrganizations(),
                terms.beneficiaryOrganization(),
                terms.evidence());
    }

    /** A list that was left out is empty. */
    private static <T> List<T> listOrNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
