package org.duijie.sample.data;

/**
 * A synthetic organization.
 *
 * @param number its place in the sample, from 0
 */
public record SampleOrganization(
        int number,
        String creditCode,
        String name,
        OrganizationType type,
        Level level,
        Origin origin,
        String registrarDivision) {}
