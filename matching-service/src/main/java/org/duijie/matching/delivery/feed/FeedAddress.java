package org.duijie.matching.delivery.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a stream can be read without a token by whoever knows the address; a stream has one at the most. */
@Entity
class FeedAddress {

    @Id
    @Column
    private UUID subscriptionId;

    @Column
    private @Nullable String platform;

    @Column
    private byte[] codeHash;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Instant readAt;

    FeedAddress() {}

    FeedAddress(UUID subscription, byte[] codeHash, @Nullable String platform, Instant now) {
        this.subscriptionId = subscription;
        renew(codeHash, platform, now);
    }

    /** From now on the address is another, and the one before leads nowhere. */
    final void renew(byte[] hash, @Nullable String byPlatform, Instant now) {
        codeHash = hash.clone();
        platform = byPlatform;
        createdAt = now;
        readAt = null;
    }

    /** Somebody read it; noted to the minute. */
    void read(Instant now) {
        if (readAt == null || readAt.isBefore(now.minusSeconds(60))) {
            readAt = now;
        }
    }

    UUID subscription() {
        return subscriptionId;
    }

    /** In whose hand it was made; absent where that was the organization's own. */
    @Nullable
    String platform() {
        return platform;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant readAt() {
        return readAt;
    }
}
