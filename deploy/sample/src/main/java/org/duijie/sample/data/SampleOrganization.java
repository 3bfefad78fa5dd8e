package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.List;

/**
 * A synthetic organization.
 *
 * @param number its place in the sample, from 0
 * @param relatedParties credit codes of organizations it is tied to
 */
public record SampleOrganization(
        int number,
        String creditCode,
        String name,
        OrganizationType type,
        Level level,
        Origin origin,
        String registrarDivision,
        List<String> relatedParties,
        Blemish blemish) {

    /** Its standing as seen on the day of the run: the dates move with it, so that expired stays expired. */
    public Standing standing(LocalDate today) {
        return Standing.of(number, blemish, today);
    }
}
