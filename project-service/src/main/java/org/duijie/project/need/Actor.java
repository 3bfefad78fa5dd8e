package org.duijie.project.need;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something with a need.
 *
 * @param id the token's subject
 * @param onBehalfOf code of the county, where a platform acts for it
 * @param delegation by which delegation it does so
 */
public record Actor(
        String id, @Nullable String onBehalfOf, @Nullable UUID delegation) {}
