package org.duijie.matching.delivery.sending;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.delivery.endpoint.EndpointStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookHealth", description = "端点状况 · How an endpoint fares")
record HealthResponse(
        EndpointStatus status,

        @Schema(description = "自何时起未能接收 · Since when it has taken nothing; absent if it took the last one") @Nullable
        Instant failingSince,

        @Schema(description = "在此之前不发送 · Nothing is sent before: it asked for it, or failed again and again") @Nullable
        Instant heldUntil,

        @Schema(examples = "3", minimum = "0", description = "等待发送的事件 · Events that wait to be sent")
        long waiting,

        @Schema(description = "其中最早的 · When the oldest of them happened") @Nullable
        Instant oldestWaiting,

        @Schema(examples = "0", minimum = "0", description = "单独重试的 · Messages that are tried on their own")
        long setAside,

        @Schema(examples = "0", minimum = "0", description = "不再重试的 · Messages that were given up")
        long abandoned,

        @Schema(examples = "120", minimum = "0", description = "24 小时内成功 · Delivered in the last 24 hours")
        long delivered,

        @Schema(examples = "2", minimum = "0", description = "24 小时内失败 · Failed attempts in the last 24 hours")
        long failed,

        @Schema(maxItems = 100) List<Stream> streams) {

    @Schema(name = "WebhookHealthStream", description = "一个订阅 · How far one stream has got")
    record Stream(
            UUID subscription,

            @Schema(examples = "41", minimum = "0", description = "已处理到 · The last number dealt with")
            long delivered,

            @Schema(examples = "42", minimum = "0", description = "最新编号 · The last number told")
            long last,

            @Schema(examples = "1", minimum = "0", description = "下一个事件已失败几次 · How often the next event has failed")
            int failures,

            @Schema(description = "自何时起阻塞 · Since when it holds up those behind it") @Nullable
            Instant failingSince,

            @Schema(description = "下次尝试 · When it is due; absent where nothing waits") @Nullable
            Instant nextAttempt) {}
}
