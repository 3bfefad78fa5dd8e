package org.duijie.matching.delivery.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerTopicHealth", description = "主题状况 · What waits for a topic, and since when")
record TopicHealthResponse(
        @Schema(examples = "3", minimum = "0", description = "待写入的事件 · Events that the broker has not taken yet")
        long waiting,

        @Schema(description = "最早的待写入事件 · When the oldest of them happened") @Nullable
        Instant oldestWaiting,

        @Schema(examples = "2", minimum = "0", description = "连续失败次数 · How often in a row it was tried in vain")
        int failures,

        @Schema(maxItems = 100) List<Stream> streams) {

    @Schema(name = "PartnerTopicStream", description = "How far it has got in one stream")
    record Stream(
            UUID subscription,

            @Schema(examples = "39", minimum = "0", description = "已写入至此编号 · Written up to this number")
            long written,

            @Schema(examples = "42", minimum = "0", description = "最后编号 · The last number told")
            long last,

            @Schema(description = "When the next one happened; absent where there is none") @Nullable
            Instant nextHappened) {}

    static TopicHealthResponse of(int failures, List<Stream> streams) {
        return new TopicHealthResponse(
                streams.stream()
                        .mapToLong(stream -> stream.last() - stream.written())
                        .sum(),
                streams.stream()
                        .map(Stream::nextHappened)
                        .filter(java.util.Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                failures,
                streams);
    }
}
