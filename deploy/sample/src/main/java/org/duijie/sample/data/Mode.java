package org.duijie.sample.data;

/** Relief gives what is missing; capacity building makes people able to earn it. */
public enum Mode {
    RELIEF,
    CAPACITY_BUILDING
}
