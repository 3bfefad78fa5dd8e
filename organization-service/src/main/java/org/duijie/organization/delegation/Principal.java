package org.duijie.organization.delegation;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.duijie.chassis.identity.Matter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who lets a platform act for it: a county's bureau or an organization, exactly one of the two.
 *
 * @param divisionCode GB/T 2260 code of the county
 * @param creditCode of the organization, which need not be registered yet: a platform may do that for it
 */
@Embeddable
@Schema(name = "DelegationPrincipal", description = "委托方 · A county's bureau or an organization, exactly one of them")
public record Principal(
        @Nullable @Pattern(regexp = Principal.COUNTY, message = "{delegation.county}") @Schema(examples = "130722")
        String divisionCode,

        @Nullable
        @Pattern(regexp = Principal.CREDIT_CODE, message = "{creditCode.form}")
        @Schema(examples = "53110000500302806B")
        String creditCode) {

    /** A division of the third level: codes that end in 00 are of the offices above the counties. */
    static final String COUNTY = "^[1-8][1-9]\\d{2}(?!00)\\d{2}$";

    static final String CREDIT_CODE = "^[0-9A-HJ-NPQRTUWXY]{2}[1-9][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}$";

    /** Neither code or both would leave open who delegates. */
    void requireSingle() {
        if ((divisionCode == null) == (creditCode == null)) {
            throw DelegationProblem.PRINCIPAL_UNCLEAR.at(
                    "#/principal", "须且只须填写一项代码。", "Exactly one of the two codes is wanted.");
        }
    }

    /** Whichever code it is known by. */
    String code() {
        return Objects.requireNonNull(divisionCode != null ? divisionCode : creditCode);
    }

    /**
     * Counties have needs, organizations have offers and subscriptions, both have proposals: nobody delegates what is not
     * theirs.
     */
    boolean has(Matter matter) {
        return switch (matter) {
            case NEEDS -> divisionCode != null;
            case OFFERS, SUBSCRIPTIONS -> divisionCode == null;
            case PROPOSALS, PROJECTS -> true;
        };
    }
}
