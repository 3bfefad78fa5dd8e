package org.duijie.matching.delivery.sending;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookNotice", description = "通知 · What an owner must know of one of its endpoints")
record NoticeResponse(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String organization,

        UUID endpoint,

        @Schema(examples = "https://93.184.216.34/duijie", maxLength = 500)
        String url,

        @Schema(
                examples = "ENDPOINT_DISABLED",
                maxLength = 40,
                pattern = "[A-Z_]+",
                description =
                        "ENDPOINT_DISABLED: nothing is sent until it is resumed; MESSAGE_ABANDONED: an event was never taken")
        String code,

        @Schema(maxLength = 1000) String zh,
        @Schema(maxLength = 1000) String en,
        Instant at) {

    static NoticeResponse of(Notice notice) {
        return new NoticeResponse(
                notice.id(),
                notice.organization(),
                notice.endpoint(),
                notice.url(),
                notice.code(),
                notice.what().zh(),
                notice.what().en(),
                notice.at());
    }
}
