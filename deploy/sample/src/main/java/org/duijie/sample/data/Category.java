package org.duijie.sample.data;

/** The cut of the circular by category. */
public enum Category {
    DIRECT_AID,
    DEVELOPMENT,
    PUBLIC_WELFARE
}
