package org.duijie.project.project;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.OrganizationType;

/**
 * The organization that carries a project out, as it was on the day of the agreement: it may be renamed or registered
 * elsewhere later, and the project stays in the cuts it was counted in.
 *
 * @param creditCode unified social credit code, GB 32100
 * @param registrarDivision who registered it
 * @param origin code of the registrar's province, 100000 for the ministry
 */
@Embeddable
public record Implementer(
        UUID organizationId,
        String creditCode,
        String organizationName,
        @Enumerated(EnumType.STRING) Level level,
        @Enumerated(EnumType.STRING) OrganizationType organizationType,
        String registrarDivision,
        String origin) {}
