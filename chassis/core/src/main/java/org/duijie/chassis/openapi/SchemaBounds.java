package org.duijie.chassis.openapi;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.duijie.chassis.openapi.Described.Place;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Says of every value how large it can be. What a request may hold is said by its annotations, and a test of the contract
 * sees to it; what an answer repeats of a request takes over the bounds of the member of that name, and the rest gets
 * bounds that no answer reaches.
 */
final class SchemaBounds {

    private static final int UUID_LENGTH = 36;
    private static final int DATE_LENGTH = 10;
    private static final int INSTANT_LENGTH = 35;
    private static final int TEXT_LENGTH = 20_000;
    private static final int ITEMS = 10_000;
    /** Beyond this, a JSON number is not the same number everywhere (RFC 8259, section 6). */
    private static final long LARGEST_WHOLE = 9_007_199_254_740_991L;

    private final OpenAPI api;
    private final Told<Schema> written = new Told<>();

    SchemaBounds(OpenAPI api) {
        this.api = api;
    }

    void complete() {
        Described.eachSchema(api, (place, schema) -> {
            if (schema.getPattern() != null) {
                schema.setPattern(PortablePattern.of(schema.getPattern()));
            }
        });
        Described.eachRequestSchema(api, (place, schema) -> {
            if (Described.is(schema, SchemaType.OBJECT)
                    && schema.getAdditionalPropertiesSchema() == null
                    && schema.getProperties() != null) {
                schema.setAdditionalPropertiesBoolean(false);
            }
            if (schema.getPattern() != null) {
                written.keep(place, schema);
            }
        });
        Described.eachSchema(api, this::bound);
    }

    private void bound(Place place, Schema schema) {
        if (schema.getRef() != null || schema.getEnumeration() != null || schema.getConstValue() != null) {
            return;
        }
        if (Described.is(schema, SchemaType.STRING)) {
            boundText(place, schema);
        } else if (Described.is(schema, SchemaType.INTEGER)) {
            boundNumber(schema);
        } else if (Described.is(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(place.member().equals("items") ? PageRequest.MAX_LIMIT : ITEMS);
        }
    }

    private void boundText(Place place, Schema schema) {
        if (schema.getFormat() != null) {
            int length =
                    switch (schema.getFormat()) {
                        case "uuid" -> UUID_LENGTH;
                        case "date" -> DATE_LENGTH;
                        case "date-time" -> INSTANT_LENGTH;
                        default -> TEXT_LENGTH;
                    };
            atMost(schema, length);
            return;
        }
        Schema asWritten = written.ofFamily(place);
        if (schema.getPattern() == null && asWritten != null) {
            schema.setPattern(asWritten.getPattern());
            atMost(schema, asWritten.getMaxLength());
        }
        if (schema.getPattern() != null) {
            OptionalInt longest = PatternLength.longest(schema.getPattern());
            longest.ifPresent(length -> atMost(schema, length));
        }
        atMost(schema, TEXT_LENGTH);
    }

    private static void atMost(Schema schema, @Nullable Integer length) {
        if (schema.getMaxLength() == null && length != null) {
            schema.setMaxLength(length);
        }
    }

    private static void boundNumber(Schema schema) {
        if (schema.getFormat() == null) {
            schema.setFormat("int64");
        }
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(
                    BigDecimal.valueOf(schema.getFormat().equals("int32") ? Integer.MAX_VALUE : LARGEST_WHOLE));
        }
    }
}
