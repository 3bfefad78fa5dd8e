package org.duijie.chassis.page;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code @BeanParam} of every list. A cursor is bound to the caller, the path and
 * the filter it was given for; with another filter, or in another's hand, it is refused, never misread.
 */
public class PageRequest {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    @Parameter(
            description = "How many items at the most",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "200", defaultValue = "50"))
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(
            description = "Where the page begins: nextCursor of the page before",
            schema = @Schema(implementation = String.class, maxLength = 400))
    @QueryParam("cursor")
    @Nullable
    String cursor;

    @Context
    UriInfo uri;

    @Context
    SecurityContext security;

    PageRequest() {}

    /** @throws ProblemException 400 where it is no number from 1 to {@value #MAX_LIMIT}; it is never cut silently */
    public int limit() {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        int asked = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > MAX_LIMIT) {
            throw RequestProblem.INVALID.at(
                    "?limit", "limit 须为 1 至 " + MAX_LIMIT + " 的整数。", "limit is a number from 1 to " + MAX_LIMIT + ".");
        }
        return asked;
    }

    /** How many rows to read: one more than shown, see {@link Page#of}. */
    public int fetchSize() {
        return limit() + 1;
    }

    /** The key of the last item of the page before; empty for the first page. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(this::decode);
    }

    /** The same for lists that are ordered by id. */
    public Optional<UUID> afterId() {
        return after().map(key -> {
            try {
                return UUID.fromString(key);
            } catch (IllegalArgumentException forged) {
                throw refusal();
            }
        });
    }

    /** The same for lists that are ordered by a number, whose first is 1. */
    public long afterNumber() {
        return after().map(key -> {
                    try {
                        return Long.parseLong(key);
                    } catch (NumberFormatException forged) {
                        throw refusal();
                    }
                })
                .orElse(0L);
    }

    String cursorAfter(String key) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(Integer.BYTES + utf8.length)
                .putInt(fingerprint())
                .put(utf8)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private String decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length > Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == fingerprint()) {
                return new String(Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length), StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException notOurs) {
            throw refusal();
        }
        throw refusal();
    }

    private int fingerprint() {
        var filter = new TreeMap<>(uri.getQueryParameters());
        filter.remove("cursor");
        filter.remove("limit");
        CRC32 sum = new CRC32();
        Principal caller = security.getUserPrincipal();
        sum.update(
                (uri.getPath() + filter + (caller == null ? "" : caller.getName())).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private static ProblemException refusal() {
        return RequestProblem.INVALID.at(
                "?cursor",
                "游标无效，或与当前筛选条件不符；请从第一页重新开始。",
                "The cursor is not valid for this filter; start again from the first page.");
    }
}
