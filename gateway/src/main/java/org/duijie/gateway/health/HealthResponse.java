package org.duijie.gateway.health;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the suite is.
 *
 * @param status UP when every part is, DOWN when none is, otherwise DEGRADED
 */
@Schema(name = "Health")
public record HealthResponse(Status status, Instant at, List<Part> parts) {

    /** A part is up or down; the whole may also be in between. */
    @Schema(name = "HealthStatus")
    public enum Status {
        UP,
        DEGRADED,
        DOWN
    }

    /** @param failing what keeps the part from working; empty when it works */
    @Schema(name = "HealthPart")
    public record Part(
            @Schema(examples = "matching-service") String name, Status status, List<String> failing) {

        static Part up(String name) {
            return new Part(name, Status.UP, List.of());
        }

        static Part down(String name, List<String> failing) {
            return new Part(name, Status.DOWN, failing);
        }

        boolean works() {
            return status == Status.UP;
        }
    }

    static HealthResponse of(List<Part> parts, Instant at) {
        Status status = parts.stream().allMatch(Part::works)
                ? Status.UP
                : parts.stream().noneMatch(Part::works) ? Status.DOWN : Status.DEGRADED;
        return new HealthResponse(status, at, parts);
    }
}
