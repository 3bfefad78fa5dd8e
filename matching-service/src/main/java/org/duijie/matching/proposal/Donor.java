package org.duijie.matching.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.duijie.matching.replica.OrganizationFact;

/**
 * The organization whose offer it is, as it was registered when the terms were made.
 *
 * @param registrarDivision GB/T 2260 code of the office that keeps the registration
 */
@Embeddable
record Donor(
        UUID organizationId,
        String creditCode,
        @Column(name = "organization_name") String name,
        @Column(name = "organization_level") String level,
        @Column(name = "organization_type") String type,
        String registrarDivision) {

    static Donor of(OrganizationFact organization) {
        return new Donor(
                organization.id(),
                organization.creditCode(),
                organization.name(),
                organization.level(),
                organization.type(),
                organization.registrarDivision());
    }
}
