package org.duijie.organization.offer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of {@code POST /offers}, right as it stands; a test changes what it is about. */
final class OfferBody {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private OfferBody() {}

    static OfferBody anOffer(String organizationId, LocalDate today) {
        return new OfferBody()
                .with("organizationId", organizationId)
                .with("title", "山区小学图书与教师培训")
                .with("summary", "捐赠课外读物，\n并为每校培训一名图书管理教师。")
                .with("items", List.of(goods(), funds()))
                .with("smallestCommitment", yuan("10000.00"))
                .with("largestCommitment", yuan("50000.00"))
                .with("fields", List.of("EDUCATION"))
                .with("divisions", List.of("130000"))
                .with("excludedDivisions", List.of("130706"))
                .with("modes", List.of("CAPACITY_BUILDING"))
                .with("participationRoles", List.of("PROJECTS", "EXPERTISE"))
                .with("validFrom", today.toString())
                .with("validUntil", today.plusDays(90).toString());
    }

    OfferBody with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    OfferBody without(String member) {
        members.remove(member);
        return this;
    }

    Map<String, Object> toMap() {
        return members;
    }

    static Map<String, Object> goods() {
        return item("GOODS", "GOODS.BOOKS", "2000", "册", "40000.00");
    }

    static Map<String, Object> funds() {
        return item("FUNDS", "FUNDS", "10000", "元", "10000.00");
    }

    static Map<String, Object> item(String kind, String resourceCode, String quantity, String unit, String value) {
        return Map.of(
                "kind", kind,
                "resourceCode", resourceCode,
                "description", "小学课外读物",
                "quantity", quantity,
                "unit", unit,
                "value", yuan(value));
    }

    static Map<String, Object> yuan(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
