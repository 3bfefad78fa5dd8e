package org.duijie.matching.filter;

/** The ways of helping (帮扶方式): 输血式 and 造血式. */
public enum Mode {
    RELIEF,
    CAPACITY_BUILDING
}
