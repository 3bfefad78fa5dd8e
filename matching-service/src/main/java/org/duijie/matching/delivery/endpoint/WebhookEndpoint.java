package org.duijie.matching.delivery.endpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.subscription.Owned;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where an organization wants its streams sent. How it fares is kept beside it, see {@code webhook_channel}. */
@Entity
@DynamicUpdate
class WebhookEndpoint implements Owned {

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
    private String url;

    @Column
    private @Nullable String description;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> types;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> subscriptions;

    @Column
    private int holdMinutes;

    @Column
    @Enumerated(EnumType.STRING)
    private EndpointStatus status;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable DisableReason statusReason;

    @Column
    private Instant rotatedAt;

    @Column
    private Instant createdAt;

    WebhookEndpoint() {}

    WebhookEndpoint(UUID id, WebhookEndpointRequest asked, @Nullable String platform, Instant createdAt) {
        this.id = id;
        this.organization = asked.organization();
        this.platform = platform;
        this.status = EndpointStatus.ACTIVE;
        this.rotatedAt = createdAt;
        this.createdAt = createdAt;
        change(asked);
    }

    final void change(WebhookEndpointRequest asked) {
        url = asked.url();
        String words = asked.description();
        description = words == null ? null : words.strip();
        types = asked.typeNames();
        subscriptions = asked.subscriptionIds();
        holdMinutes = asked.hold();
    }

    void pause() {
        if (status != EndpointStatus.ACTIVE) {
            throw WebhookProblem.NOT_ACTIVE.problem();
        }
        status = EndpointStatus.PAUSED;
    }

    void resume() {
        if (status == EndpointStatus.ACTIVE) {
            throw WebhookProblem.ACTIVE.problem();
        }
        status = EndpointStatus.ACTIVE;
        statusReason = null;
    }

    /** What it is signed with is another from now on. */
    void rotate(Instant now) {
        rotatedAt = now;
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

    String url() {
        return url;
    }

    @Nullable
    String description() {
        return description;
    }

    List<String> types() {
        return types;
    }

    List<String> subscriptions() {
        return subscriptions;
    }

    int holdMinutes() {
        return holdMinutes;
    }

    EndpointStatus status() {
        return status;
    }

    @Nullable
    DisableReason statusReason() {
        return statusReason;
    }

    Instant rotatedAt() {
        return rotatedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
