package org.duijie.organization.offer;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Where, when and how an offer is meant to help: everything its organization says of it except the items.
 *
 * @param smallestCommitmentFen the least that one agreement may take, in fen
 * @param largestCommitmentFen the most that one agreement may take, in fen
 * @param fields fields it serves; empty serves all
 * @param divisions GB/T 2260 codes it serves with everything under them; empty serves every county
 * @param excludedDivisions codes it does not serve, with everything under them
 * @param modes ways of helping it is meant for; empty means all
 * @param participationRoles how the organization takes part
 * @param validFrom first day, {@code validUntil} the last
 */
@Embeddable
record OfferTerms(
        String title,
        String summary,
        long smallestCommitmentFen,
        long largestCommitmentFen,

        @JdbcTypeCode(SqlTypes.JSON) List<Field> fields,

        @JdbcTypeCode(SqlTypes.JSON) List<String> divisions,
        @JdbcTypeCode(SqlTypes.JSON) List<String> excludedDivisions,

        @JdbcTypeCode(SqlTypes.JSON) List<Mode> modes,

        @JdbcTypeCode(SqlTypes.JSON) List<ParticipationRole> participationRoles,

        LocalDate validFrom,
        LocalDate validUntil) {

    /** 领域, after 国开发〔2017〕12号. */
    @Schema(name = "OfferField")
    public enum Field {
        INDUSTRY,
        EDUCATION,
        HEALTH,
        EMPLOYMENT,
        RELOCATION,
        VOLUNTEERING,
        OTHER
    }

    /** 帮扶方式: 输血式 and 造血式. */
    @Schema(name = "OfferMode")
    public enum Mode {
        RELIEF,
        CAPACITY_BUILDING
    }

    /** The four ways of taking part, after 国开发〔2017〕12号. */
    public enum ParticipationRole {
        /** 承担公共服务. */
        PUBLIC_SERVICES,
        /** 提供智力支持. */
        EXPERTISE,
        /** 实施帮扶项目. */
        PROJECTS,
        /** 协助科学决策. */
        ADVICE
    }
}
