package org.duijie.matching.delivery.digest;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.subscription.Owned;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An organization's wish to have its streams mailed to an address. */
@Entity
@DynamicUpdate
class Digest implements Owned {

    @Id
    private UUID id;

    @Version
    @Column
    private int version;

    /** Credit code. */
    @Column
    private String organization;

    @Column
    private @Nullable String platform;

    @Column
    private String address;

    @Column
    @Enumerated(EnumType.STRING)
    private DigestLanguage language;

    @Column
    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> subscriptions;

    @Column
    @Enumerated(EnumType.STRING)
    private DigestStatus status;

    @Column
    private byte @Nullable [] codeHash;

    @Column
    private Instant createdAt;

    @Column
    private Instant nextAt;

    @Column(insertable = false, updatable = false)
    private @Nullable String lastFault;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant mailedAt;

    Digest() {}

    Digest(UUID id, DigestRequest asked, @Nullable String platform, Instant now) {
        this.id = id;
        this.organization = asked.organization();
        this.platform = platform;
        this.address = asked.address();
        this.language = asked.writtenIn();
        this.rhythm = asked.rhythm();
        this.subscriptions = asked.subscriptionIds();
        this.status = DigestStatus.UNCONFIRMED;
        this.createdAt = now;
        this.nextAt = now;
    }

    /** Somebody who reads the address's mail wants it: from now on it is mailed. */
    void confirm(byte[] hash, Instant now) {
        if (status == DigestStatus.ACTIVE) {
            return;
        }
        if (codeHash == null || !MessageDigest.isEqual(codeHash, hash)) {
            throw DigestProblem.CODE_WRONG.problem();
        }
        status = DigestStatus.ACTIVE;
        codeHash = null;
        nextAt = rhythm == Rhythm.INSTANT ? now : rhythm.after(now);
    }

    @Override
    public UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    @Override
    public String organization() {
        return organization;
    }

    String address() {
        return address;
    }

    DigestLanguage language() {
        return language;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    List<String> subscriptions() {
        return subscriptions;
    }

    DigestStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** When the next one is due; while it is unconfirmed, nothing is. */
    @Nullable
    Instant nextAt() {
        return status == DigestStatus.ACTIVE ? nextAt : null;
    }

    @Nullable
    Instant mailedAt() {
        return mailedAt;
    }

    /** Why the last mail did not go out; absent when it did. */
    @Nullable
    String lastFault() {
        return lastFault;
    }
}
