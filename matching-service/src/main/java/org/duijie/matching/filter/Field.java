package org.duijie.matching.filter;

/** The fields of help (领域). */
public enum Field {
    INDUSTRY,
    EDUCATION,
    HEALTH,
    EMPLOYMENT,
    RELOCATION,
    VOLUNTEERING,
    OTHER
}
