package org.duijie.organization.organization;

/** The level of the office that registered an organization (登记层级). */
public enum OrganizationLevel {
    /** Registered by the Ministry of Civil Affairs. */
    NATIONAL,
    PROVINCIAL,
    MUNICIPAL,
    COUNTY;

    /** The ministry stands in credit codes under this number; no division of the list bears it. */
    private static final String MINISTRY = "100000";

    static OrganizationLevel ofRegistrar(String division) {
        if (division.equals(MINISTRY)) {
            return NATIONAL;
        }
        if (division.endsWith("0000")) {
            return PROVINCIAL;
        }
        return division.endsWith("00") ? MUNICIPAL : COUNTY;
    }
}
