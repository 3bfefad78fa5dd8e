package org.duijie.bench.line;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The bodies of the run: one organization with one offer, and needs that all match it. */
public final class BenchNeed {
    private BenchNeed() {}

    /** A need of a county that the offer below can serve. */
    public static Map<String, Object> draft(int number, String divisionCode, LocalDate today) {
        return Map.ofEntries(
                Map.entry("divisionCode", divisionCode),
                Map.entry("title", "乡村小学图书角（测速 %d）".formatted(number)),
                Map.entry("summary", "为乡村寄宿制小学建设图书角，补充课外读物和学习用品，并培训一名兼职管理教师。"),
                Map.entry("field", "EDUCATION"),
                Map.entry("category", "DIRECT_AID"),
                Map.entry("mode", "RELIEF"),
                Map.entry("items", List.of(books("2000", "50000.00"))),
                Map.entry("splittable", true),
                Map.entry("beneficiaries", Map.of("persons", 320, "households", 110)),
                Map.entry("periodStart", today.plusDays(60)),
                Map.entry("periodEnd", today.plusDays(300)),
                Map.entry("deadline", today.plusDays(90)));
    }

    /** An offer without an end in sight. */
    static Map<String, Object> offer(String organizationId, LocalDate today) {
        return Map.ofEntries(
                Map.entry("organizationId", organizationId),
                Map.entry("title", "图书捐赠（测速）"),
                Map.entry("summary", "向乡村小学捐赠图书。"),
                Map.entry("items", List.of(books("1000000", "25000000.00"))),
                Map.entry("smallestCommitment", money("1000.00")),
                Map.entry("largestCommitment", money("25000000.00")),
                Map.entry("fields", List.of("EDUCATION")),
                Map.entry("divisions", List.of("130000")),
                Map.entry("excludedDivisions", List.of()),
                Map.entry("modes", List.of("RELIEF", "CAPACITY_BUILDING")),
                Map.entry("participationRoles", List.of("PROJECTS")),
                Map.entry("validFrom", today),
                Map.entry("validUntil", today.plusDays(365)));
    }

    private static Map<String, Object> books(String quantity, String amount) {
        return Map.of(
                "kind", "GOODS",
                "resourceCode", "GOODS.BOOKS",
                "description", "图书",
                "quantity", quantity,
                "unit", "册",
                "value", money(amount));
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
