package org.duijie.organization.delegation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** @param platform the client id by which the identity provider knows the platform */
@Schema(description = "委托一个合作平台 · What a principal says when it lets a platform act for it")
public record DelegationRequest(
        @NotNull @Valid Principal principal,

        @NotNull
        @Pattern(regexp = DelegationRequest.PLATFORM, message = "{delegation.platform}")
        @Schema(description = "Client id of the platform", examples = "partner")
        String platform,

        @NotEmpty @Size(max = 5) @UniqueElements @Schema(examples = "[\"NEEDS\"]")
        List<@NotNull Matter> matters,

        @NotNull @Schema(description = "Last day (Asia/Shanghai), at most a year from today", examples = "2027-12-31")
        LocalDate validUntil,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "委托平台代为填报需求")
        String reason) {

    static final String PLATFORM = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";
}
