package org.duijie.matching.occasion;

/** An occasion under its number: those with smaller ones were committed before it. */
public record LoggedOccasion(long number, Occasion occasion) {}
