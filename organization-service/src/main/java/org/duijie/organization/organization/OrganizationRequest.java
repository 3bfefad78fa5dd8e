package org.duijie.organization.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What an organization says of itself when it registers. Type, level and registrar are read from the code.
 *
 * @param description what it wants the public to know of it
 * @param relatedParties credit codes of those whose needs it may not serve (关联方)
 * @param creditCodeOverride for the leading-group office only: admits codes whose check character fails
 */
@Schema(description = "登记一个社会组织 · What an organization says of itself when it registers")
public record OrganizationRequest(
        @NotNull
        @Pattern(regexp = CreditCode.FORM, message = "{creditCode.form}")
        @Schema(examples = "53110000500302806B")
        String creditCode,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.LINE, message = "{text.line}")
        @Schema(examples = "样例北京云杉教育基金会0001号")
        String name,

        @Nullable
        @Size(max = 2000)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "支持山区小学的图书室与教师培训。")
        String description,

        @Size(max = 200) @UniqueElements
        List<@NotNull @Pattern(regexp = CreditCode.FORM, message = "{creditCode.form}") String> relatedParties,

        @Valid @Nullable CreditCodeOverrideRequest creditCodeOverride) {

    public OrganizationRequest {
        relatedParties = Objects.requireNonNullElse(relatedParties, List.of());
    }

    OrganizationProfile profile() {
        return new OrganizationProfile(name, description, relatedParties).stripped();
    }

    /** @param reason why the code is right although its check character fails */
    @Schema(name = "CreditCodeOverrideRequest")
    public record CreditCodeOverrideRequest(
            @NotBlank @Size(max = 500) @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
            String reason) {}
}
