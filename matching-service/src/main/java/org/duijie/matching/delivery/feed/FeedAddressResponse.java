package org.duijie.matching.delivery.feed;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "FeedAddress",
        description = "订阅源地址 · That a stream can be read without a token by whoever knows the address")
record FeedAddressResponse(
        UUID subscription,

        @Schema(
                examples = "https://duijie.example/feeds/Zk3v0pQmXn7uJw2yRb9sTd5aHe8gLc1fMi4oNj6xVqY/json",
                maxLength = 400,
                description =
                        "JSON Feed 地址，仅显示一次 · Shown by the answer to the request that makes it, and never again: whoever lost"
                                + " it makes another, which ends this one")
        @Nullable
        String jsonFeed,

        @Schema(
                examples = "https://duijie.example/feeds/Zk3v0pQmXn7uJw2yRb9sTd5aHe8gLc1fMi4oNj6xVqY/atom",
                maxLength = 400,
                description = "Atom 地址，仅显示一次 · The same for readers of Atom")
        @Nullable
        String atom,

        Instant createdAt,

        @Schema(description = "最近一次读取 · When somebody last read it, to the minute; absent if nobody did") @Nullable
        Instant readAt) {

    static FeedAddressResponse of(FeedAddress address) {
        return new FeedAddressResponse(address.subscription(), null, null, address.createdAt(), address.readAt());
    }

    /** The same, with what is never shown again. */
    FeedAddressResponse shownAt(String origin, String code) {
        String address = origin + "/feeds/" + code;
        return new FeedAddressResponse(subscription, address + "/json", address + "/atom", createdAt, readAt);
    }
}
