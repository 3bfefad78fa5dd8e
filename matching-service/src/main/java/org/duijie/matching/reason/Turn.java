package org.duijie.matching.reason;

import org.duijie.chassis.text.Text;

/**
 * Something that the calendar alone changed.
 *
 * @param sentence without a full stop
 */
public record Turn(Difference difference, Text sentence) {}
