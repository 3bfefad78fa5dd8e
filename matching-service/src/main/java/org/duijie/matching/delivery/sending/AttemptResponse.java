package org.duijie.matching.delivery.sending;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookAttempt", description = "投递记录 · One attempt to send a message")
record AttemptResponse(
        UUID id,

        @Schema(
                examples = "msg_01890a5dac96774bbcceb302a9f3c1d2_42",
                maxLength = 64,
                description = "webhook-id: the same for each attempt")
        String message,

        Kind kind,
        @Nullable UUID subscription,

        @Schema(examples = "42", minimum = "1", description = "事件编号 · The event's number, where it is one") @Nullable
        Long number,

        Instant at,

        @Schema(examples = "1", minimum = "1", description = "第几次 · Which attempt for this message")
        int attempt,

        Outcome outcome,

        @Schema(examples = "204", minimum = "100", maximum = "999") @Nullable
        Integer status,

        @Schema(examples = "37", minimum = "0") int durationMillis,

        @Schema(
                examples = "ok",
                maxLength = 500,
                description = "答复的开头，或没有答复的原因 · How the answer begins, or why there is none")
        @Nullable
        String excerpt) {

    static AttemptResponse of(UUID id, Attempt attempt) {
        return new AttemptResponse(
                id,
                attempt.message().id(),
                attempt.message().kind(),
                attempt.message().subscription(),
                attempt.message().number(),
                attempt.at(),
                attempt.attempt(),
                attempt.outcome(),
                attempt.status(),
                (int) attempt.took().toMillis(),
                attempt.excerpt());
    }
}
