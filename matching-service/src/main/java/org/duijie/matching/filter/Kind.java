package org.duijie.matching.filter;

/** What an item is (物项种类): the first segment of its resource code. */
public enum Kind {
    FUNDS,
    GOODS,
    SERVICE,
    VOLUNTEERS
}
