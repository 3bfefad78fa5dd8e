package org.duijie.chassis.testing.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The places in a document. */
final class JsonPlaces {

    private JsonPlaces() {}

    /** Every place whose value is such, the root left out. */
    static List<JsonPointer> of(JsonNode document, Predicate<JsonNode> such) {
        List<JsonPointer> places = new ArrayList<>();
        collect(document, JsonPointer.empty(), such, places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer place, Predicate<JsonNode> such, List<JsonPointer> places) {
        if (!place.matches() && such.test(node)) {
            places.add(place);
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), place.appendIndex(i), such, places);
            }
        } else {
            node.properties()
                    .forEach(member -> collect(member.getValue(), place.appendProperty(member.getKey()), such, places));
        }
    }

    /** The document with another value in one place. */
    static JsonNode with(JsonNode document, JsonPointer place, JsonNode value) {
        JsonNode copy = document.deepCopy();
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }
}
