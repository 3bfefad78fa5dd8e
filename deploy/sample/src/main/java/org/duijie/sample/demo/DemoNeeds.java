package org.duijie.sample.demo;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/** The bodies that the walks send: a need for a digital classroom and a small offer. */
public final class DemoNeeds {
    private DemoNeeds() {}

    /** A need that the first organization of the sample can serve. */
    public static Map<String, Object> digitalClassroom(String divisionCode, String countyName, LocalDate today) {
        LocalDate start = today.plusMonths(2).with(TemporalAdjusters.firstDayOfMonth());
        return Map.ofEntries(
                Map.entry("divisionCode", divisionCode),
                Map.entry("title", countyName + "乡村小学数字教室（演示）"),
                Map.entry("summary", "为六所乡村小学各建一间数字教室，并接入远程课程。"),
                Map.entry("field", "EDUCATION"),
                Map.entry("category", "DEVELOPMENT"),
                Map.entry("mode", "CAPACITY_BUILDING"),
                Map.entry(
                        "items",
                        List.of(
                                item("GOODS", "GOODS.COMPUTERS", "教学电脑", "40", "台", "152000.00"),
                                item("SERVICE", "SERVICE.TEACHING.REMOTE", "远程课程", "400", "课时", "120000.00"))),
                Map.entry("splittable", true),
                Map.entry("beneficiaries", Map.of("persons", 620, "households", 410)),
                Map.entry("periodStart", start),
                Map.entry("periodEnd", start.plusYears(1).minusDays(1)),
                Map.entry("deadline", today.plusDays(60)));
    }

    /** A small offer of an organization. */
    static Map<String, Object> booksOffer(String organizationId, LocalDate today) {
        return Map.ofEntries(
                Map.entry("organizationId", organizationId),
                Map.entry("title", "图书捐赠（演示）"),
                Map.entry("summary", "向乡村小学捐赠图书。"),
                Map.entry("items", List.of(item("GOODS", "GOODS.BOOKS", "图书", "2000", "册", "50000.00"))),
                Map.entry("smallestCommitment", money("5000.00")),
                Map.entry("largestCommitment", money("50000.00")),
                Map.entry("fields", List.of("EDUCATION")),
                Map.entry("divisions", List.of("130000")),
                Map.entry("excludedDivisions", List.of()),
                Map.entry("modes", List.of("RELIEF", "CAPACITY_BUILDING")),
                Map.entry("participationRoles", List.of("PROJECTS")),
                Map.entry("validFrom", today),
                Map.entry("validUntil", today.plusDays(90)));
    }

    private static Map<String, Object> item(
            String kind, String resourceCode, String description, String quantity, String unit, String amount) {
        return Map.of(
                "kind", kind,
                "resourceCode", resourceCode,
                "description", description,
                "quantity", quantity,
                "unit", unit,
                "value", money(amount));
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
