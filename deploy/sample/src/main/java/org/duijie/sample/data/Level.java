package org.duijie.sample.data;

/** The level at which an organization is registered, as its credit code says it. */
public enum Level {
    NATIONAL,
    PROVINCIAL,
    MUNICIPAL,
    COUNTY
}
