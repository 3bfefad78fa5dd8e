package org.duijie.sample.data;

/** One line of a need or an offer. The quantity is a decimal string; money is counted in 元. */
public record Item(String kind, String resourceCode, String description, String quantity, String unit, Money value) {}
