package org.duijie.project.statistics;

/**
 * Where something lies in all cuts at once, as on the day when it was first counted.
 *
 * @param level empty where no organization is concerned, as is the origin
 * @param origin code of the province of the registrar, {@link #NATIONAL} for the ministry
 * @param divisionCode the county
 */
public record Cell(
        String category, String level, String origin, String mode, String field, String divisionCode, int year) {

    /** The ministry's own code in GB 32100. */
    public static final String NATIONAL = "100000";

    /** The origin of an organization by the division that registered it. */
    public static String originOf(String level, String registrarDivision) {
        return level.equals("NATIONAL") ? NATIONAL : registrarDivision.substring(0, 2) + "0000";
    }
}
