package org.duijie.organization.organization;

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
 * What an organization says of itself and may say otherwise later. Its code, and what is read from it, never change.
 *
 * @param description what it wants the public to know of it
 * @param relatedParties credit codes of those whose needs it may not serve (关联方)
 */
@Schema(description = "组织自述 · What an organization says of itself and may say otherwise later")
public record OrganizationProfile(
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
        List<@NotNull @Pattern(regexp = CreditCode.FORM, message = "{creditCode.form}") String> relatedParties) {

    public OrganizationProfile {
        relatedParties = Objects.requireNonNullElse(relatedParties, List.of());
    }

    /** What an organization says now: what a patch is applied to. */
    static OrganizationProfile of(Organization organization) {
        return new OrganizationProfile(organization.name(), organization.description(), organization.relatedParties());
    }

    /** As it is kept: without blanks around the texts. */
    OrganizationProfile stripped() {
        return new OrganizationProfile(name.strip(), description == null ? null : description.strip(), relatedParties);
    }
}
