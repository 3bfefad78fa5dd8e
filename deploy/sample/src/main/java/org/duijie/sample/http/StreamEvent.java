package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;

/** One server-sent event: its number, its type and its JSON. */
public record StreamEvent(String id, String type, JsonNode data) {}
