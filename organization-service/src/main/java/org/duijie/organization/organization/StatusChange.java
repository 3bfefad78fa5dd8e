package org.duijie.organization.organization;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step in an organization's life, kept so that any past day can be judged again.
 *
 * @param since the day of the step; where a day has several, the last one stands for the day
 * @param reason why, where the step needs a reason
 */
record StatusChange(
        OrganizationStatus status,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate since,
        @Nullable String reason) {}
