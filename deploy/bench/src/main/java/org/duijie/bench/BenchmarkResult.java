package org.duijie.bench;

import java.util.Map;
import org.duijie.sample.text.Table;

/**
 * What a benchmark found.
 *
 * @param table for people
 * @param notes what people must know to read the table
 * @param figures for programs: the members of the one JSON object of the last line
 */
public record BenchmarkResult(Table table, String notes, Map<String, Object> figures) {}
