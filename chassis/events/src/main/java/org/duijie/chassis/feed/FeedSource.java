package org.duijie.chassis.feed;

import java.util.List;

/**
 * Which changes a reader is told of. The table has the columns {@code xid xid8 default pg_current_xact_id()}, {@code ord}
 * (an identity), {@code version}, {@code kind} and {@code at}, and an index on {@code (xid, ord)}.
 *
 * @param table its name
 * @param subject the column with the id of what was changed
 * @param condition SQL that holds for the rows in question
 * @param values of the condition's parameters; a list stands for an array of text
 */
public record FeedSource(String table, String subject, String condition, List<Object> values) {}
