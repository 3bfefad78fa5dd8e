package org.duijie.matching.occasion;

import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;

/**
 * Something that may change matches.
 *
 * @param subject what it happened to: an id, a division code, or for the day and the policy {@code from/to}
 * @param sentence what happened, without a full stop: the outcome follows
 * @param changes what changed from what to what
 */
public record Occasion(ReasonCode code, String subject, Text sentence, List<Difference> changes, Cause cause) {}
