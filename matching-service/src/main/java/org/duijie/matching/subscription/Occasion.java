package org.duijie.matching.subscription;

import org.duijie.chassis.text.Text;
import org.duijie.matching.replica.Cause;

/**
 * What makes matches be looked at again.
 *
 * @param sentence what happened, without a full stop: the outcome follows
 */
record Occasion(ReasonCode code, Text sentence, Cause cause) {}
