package org.duijie.project.need;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a county asks for, whole: everything that its bureau writes and that a revision replaces.
 *
 * @param divisionCode the county, GB/T 2260
 * @param beneficiaryPersons a count, as are the households: who is helped is never named
 * @param periodStart first day of the help, {@code periodEnd} its last
 * @param deadline last day on which offers may be made
 * @param admittedLevels registration levels that may answer; empty admits all
 * @param admittedTypes kinds of organization that may answer; empty admits all
 * @param excludedOrganizations credit codes that the county does not want
 * @param beneficiaryOrganization credit code of an organization that the help goes through, if there is one
 * @param evidence documents that show that the need is real
 */
@Embeddable
public record NeedTerms(
        String divisionCode,
        String title,
        String summary,
        @Enumerated(EnumType.STRING) Field field,
        @Enumerated(EnumType.STRING) Category category,
        @Enumerated(EnumType.STRING) Mode mode,
        @JdbcTypeCode(SqlTypes.JSON) List<Item> items,
        boolean splittable,
        int beneficiaryPersons,
        int beneficiaryHouseholds,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate deadline,
        @JdbcTypeCode(SqlTypes.JSON) List<Level> admittedLevels,
        @JdbcTypeCode(SqlTypes.JSON) List<OrganizationType> admittedTypes,
        @JdbcTypeCode(SqlTypes.JSON) List<String> excludedOrganizations,
        @Nullable String beneficiaryOrganization,
        @JdbcTypeCode(SqlTypes.JSON) List<Evidence> evidence) {

    /** The unit of funds. */
    private static final String YUAN = "元";

    /** 领域: the fields of the State Council's circular on social organizations, 国开发〔2017〕12号. */
    @Schema(name = "NeedField")
    public enum Field {
        INDUSTRY,
        EDUCATION,
        HEALTH,
        EMPLOYMENT,
        RELOCATION,
        VOLUNTEERING,
        OTHER
    }

    /** 项目类别: the cut of the official circular of 2018. */
    @Schema(name = "NeedCategory")
    public enum Category {
        /** 直接提供资金物资. */
        DIRECT_AID,
        /** 产业、教育、健康、就业. */
        DEVELOPMENT,
        /** 公益类帮扶. */
        PUBLIC_WELFARE
    }

    /** 帮扶方式. */
    @Schema(name = "NeedMode")
    public enum Mode {
        /** 输血式. */
        RELIEF,
        /** 造血式. */
        CAPACITY_BUILDING
    }

    /** 登记层级 of an organization, read from its credit code. */
    @Schema(name = "RegistrationLevel")
    public enum Level {
        NATIONAL,
        PROVINCIAL,
        MUNICIPAL,
        COUNTY
    }

    /** Kind of an organization, read from its credit code. */
    public enum OrganizationType {
        /** 社会团体. */
        ASSOCIATION,
        /** 社会服务机构（民办非企业单位）. */
        SERVICE_INSTITUTION,
        /** 基金会. */
        FOUNDATION,
        OTHER
    }

    /**
     * One line of what is asked for.
     *
     * @param resourceCode dotted code that begins with the kind, such as {@code GOODS.BOOKS}
     * @param quantity greater than zero, in {@code unit}
     * @param valueFen estimated value of the whole line, in fen
     */
    public record Item(
            Kind kind, String resourceCode, String description, BigDecimal quantity, String unit, long valueFen) {

        @Schema(name = "ItemKind")
        public enum Kind {
            FUNDS,
            GOODS,
            SERVICE,
            VOLUNTEERS
        }

        /** 2000 and 2000.0 are one quantity, however it was written and wherever it was kept. */
        public Item {
            quantity = quantity.stripTrailingZeros();
            if (quantity.scale() < 0) {
                quantity = quantity.setScale(0);
            }
        }

        private void check(String pointer, ProblemException contradictory) {
            if (!resourceCode.split("\\.", 2)[0].equals(kind.name())) {
                contradictory.and(
                        pointer + "/resourceCode", "资源代码与物项种类不符。", "The resource code does not begin with the kind.");
            }
            if (kind == Kind.FUNDS && !unit.equals(YUAN)) {
                contradictory.and(pointer + "/unit", "资金的单位是元。", "Funds are counted in 元.");
            }
            if (kind == Kind.FUNDS && quantity.compareTo(BigDecimal.valueOf(valueFen, 2)) != 0) {
                contradictory.and(pointer + "/value", "资金的数量与金额须相等。", "The quantity of funds is their value.");
            }
        }
    }

    /** Estimated value of all items, in fen. */
    public long valueFen() {
        return items.stream().mapToLong(Item::valueFen).sum();
    }

    /** Would it take more to meet these terms: more value, more of any resource, or help for more people? */
    boolean asksForMoreThan(NeedTerms other) {
        Map<Resource, BigDecimal> before = other.quantities();
        return valueFen() > other.valueFen()
                || beneficiaryPersons > other.beneficiaryPersons
                || beneficiaryHouseholds > other.beneficiaryHouseholds
                || quantities().entrySet().stream()
                        .anyMatch(one ->
                                one.getValue().compareTo(before.getOrDefault(one.getKey(), BigDecimal.ZERO)) > 0);
    }

    private record Resource(String resourceCode, String unit) {}

    private Map<Resource, BigDecimal> quantities() {
        Map<Resource, BigDecimal> sums = new HashMap<>();
        items.forEach(item -> sums.merge(new Resource(item.resourceCode, item.unit), item.quantity, BigDecimal::add));
        return sums;
    }

    /**
     * Refuses terms that cannot all be meant, every fault with its place.
     *
     * @throws ProblemException {@link NeedProblem#CONTRADICTORY} or {@link NeedProblem#PERSONAL_DATA}
     */
    void check() {
        ProblemException contradictory = NeedProblem.CONTRADICTORY.problem();
        if (periodEnd.isBefore(periodStart)) {
            contradictory.and("#/periodEnd", "结束日期早于开始日期。", "The period ends before it starts.");
        }
        if (deadline.isAfter(periodEnd)) {
            contradictory.and("#/deadline", "截止日期晚于结束日期。", "The deadline is after the period's end.");
        }
        for (int i = 0; i < items.size(); i++) {
            items.get(i).check("#/items/" + i, contradictory);
        }
        if (!contradictory.faults().isEmpty()) {
            throw contradictory;
        }
        PersonalData.refuse(NeedProblem.PERSONAL_DATA, freeTexts());
    }

    /** Everything that people wrote freely, by its place. */
    public Map<String, String> freeTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("#/title", title);
        texts.put("#/summary", summary);
        for (int i = 0; i < items.size(); i++) {
            texts.put("#/items/" + i + "/description", items.get(i).description());
            texts.put("#/items/" + i + "/unit", items.get(i).unit());
        }
        for (int i = 0; i < evidence.size(); i++) {
            texts.put("#/evidence/" + i + "/title", evidence.get(i).title());
            texts.put("#/evidence/" + i + "/uri", evidence.get(i).uri());
        }
        return texts;
    }
}
