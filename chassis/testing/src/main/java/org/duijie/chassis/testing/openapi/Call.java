package org.duijie.chassis.testing.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has to be filled into an operation so that it works: the contract says method and path, a test says the rest.
 *
 * @param path values of the path's templates
 * @param query values of query parameters
 * @param headers such as {@code If-Match}
 * @param contentType of the body
 * @param body absent for none
 */
public record Call(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String contentType,
        @Nullable String body) {

    private static final String JSON = "application/json";

    public static Call bare() {
        return new Call(Map.of(), Map.of(), Map.of(), JSON, null);
    }

    public static Call of(String template, Object value) {
        return bare().path(template, value);
    }

    public static Call json(Object body) {
        return bare().body(body);
    }

    public Call path(String template, Object value) {
        return new Call(with(path, template, value), query, headers, contentType, body);
    }

    public Call query(String name, Object value) {
        return new Call(path, with(query, name, value), headers, contentType, body);
    }

    public Call header(String name, Object value) {
        return new Call(path, query, with(headers, name, value), contentType, body);
    }

    /** The version that the caller read. */
    public Call ifMatch(long version) {
        return header("If-Match", "\"" + version + "\"");
    }

    public Call body(Object newBody) {
        return new Call(path, query, headers, contentType, newBody.toString());
    }

    public Call contentType(String type) {
        return new Call(path, query, headers, type, body);
    }

    /** Where it goes: the operation's path with everything filled in. */
    public String target(ApiOperation operation) {
        String target = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            target = target.replace("{" + value.getKey() + "}", encode(value.getValue()));
        }
        if (target.contains("{")) {
            throw new IllegalStateException("The call leaves a part of the path open: " + target);
        }
        return query.isEmpty()
                ? target
                : query.entrySet().stream()
                        .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                        .collect(Collectors.joining("&", target + "?", ""));
    }

    private static Map<String, String> with(Map<String, String> values, String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return more;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
