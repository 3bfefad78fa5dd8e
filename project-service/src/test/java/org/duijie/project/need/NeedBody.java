package org.duijie.project.need;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Objects;
import org.duijie.chassis.time.BusinessDay;

/** The body of a request that would be accepted, to be spoiled in one place. */
public final class NeedBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode body;

    private NeedBody(ObjectNode body) {
        this.body = body;
    }

    public static LocalDate today() {
        return LocalDate.now(BusinessDay.ZONE);
    }

    public static NeedBody aNeed(String division) {
        return new NeedBody((ObjectNode)
                read("""
                {"divisionCode":"%s","title":"乡村小学图书角","summary":"为全县十二所寄宿制小学各建一个图书角。",
                 "field":"EDUCATION","category":"DEVELOPMENT","mode":"CAPACITY_BUILDING",
                 "items":[
                   {"kind":"GOODS","resourceCode":"GOODS.BOOKS","description":"小学课外读物","quantity":"2000","unit":"册",
                    "value":{"amount":"50000.00","currency":"CNY"}},
                   {"kind":"FUNDS","resourceCode":"FUNDS","description":"教师培训费","quantity":"12000.5","unit":"元",
                    "value":{"amount":"12000.5","currency":"CNY"}}],
                 "splittable":true,"beneficiaries":{"persons":320,"households":3},
                 "periodStart":"%s","periodEnd":"%s","deadline":"%s",
                 "admittedLevels":["NATIONAL","PROVINCIAL"],"admittedTypes":["FOUNDATION"],
                 "excludedOrganizations":["51110000MJ0121629F"]}
                """.formatted(division, today().plusMonths(1), today().plusYears(1), today().plusMonths(6))));
    }

    /** Puts a JSON value at a place such as {@code /items/0/quantity}. */
    public NeedBody with(String pointer, String json) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = body.at(place.head());
        String last = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), read(json));
        } else {
            ((ObjectNode) parent).set(last, read(json));
        }
        return this;
    }

    public NeedBody without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) body.at(place.head())).remove(place.last().getMatchingProperty());
        return this;
    }

    @Override
    public String toString() {
        return Objects.requireNonNull(body.toString());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(json, impossible);
        }
    }
}
