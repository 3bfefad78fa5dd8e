package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;

/** What the loader must know of an entity that the suite has. A million of these fit into memory. */
record State(String id, String status) {
    static State of(JsonNode entity) {
        return new State(
                entity.path("id").asText(), entity.path("status").asText().intern());
    }

    boolean is(String wanted) {
        return status.equals(wanted);
    }
}
