package org.duijie.chassis.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param action what, such as {@code project.started}
 * @param subject id of the thing that it was done to
 * @param from where that stood before, {@code to} where it stands now; absent where it has no such states
 * @param onBehalfOf code of the county or organization that a platform acted for, {@code delegation} by which right
 */
public record Act(
        String action,
        UUID subject,
        @Nullable String from,
        @Nullable String to,
        @Nullable String onBehalfOf,
        @Nullable UUID delegation) {}
