package org.duijie.matching.delivery.digest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "DigestRequest", description = "邮件摘要 · Where to mail, how often and what; no subscriptions mean all")
record DigestRequest(
        @Schema(examples = "51110102MJ0121629F", description = "本组织统一社会信用代码 · The organization's credit code")
        @NotNull(message = "{matching.required}")
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}", message = "{matching.credit-code}")
        String organization,

        @Schema(examples = "duijie@example.org", maxLength = 254, description = "收件地址 · One mail address")
        @NotNull(message = "{matching.required}")
        @Size(max = 254, message = "{matching.size}")
        @Pattern(regexp = ADDRESS, message = "{matching.mail}")
        String address,

        @NotNull(message = "{matching.required}") Rhythm rhythm,

        @Schema(defaultValue = "ZH") @Nullable DigestLanguage language,

        @Schema(maxItems = 100, description = "只寄送这些订阅 · Only these subscriptions, of the same organization")
        @Size(max = 100, message = "{matching.size}")
        @Nullable
        List<@NotNull(message = "{matching.required}") UUID> subscriptions) {

    /** A dot-atom of RFC 5322 at a host name: nothing that could be read as a second address or a header. */
    static final String ADDRESS =
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}";

    DigestLanguage writtenIn() {
        return Objects.requireNonNullElse(language, DigestLanguage.ZH);
    }

    List<String> subscriptionIds() {
        return subscriptions == null
                ? List.of()
                : subscriptions.stream().map(UUID::toString).distinct().toList();
    }
}
