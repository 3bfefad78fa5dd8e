package org.duijie.matching.delivery.topic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/** A topic of the broker that an organization's streams are written to, as an operator granted it. */
@Entity
@DynamicUpdate
class PartnerTopic implements Owned {

    /** What all of them begin with: operators let a partner read nothing but its own. */
    static final String PREFIX = "duijie.deliveries.";

    @Id
    private UUID id;

    @Version
    @Column
    private int version;

    /** Credit code. */
    @Column
    private String organization;

    @Column
    private String topic;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> subscriptions;

    /** The operator's subject. */
    @Column
    private String grantedBy;

    @Column
    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant failingSince;

    @Column(insertable = false, updatable = false)
    private @Nullable String lastFault;

    PartnerTopic() {}

    PartnerTopic(UUID id, PartnerTopicRequest asked, String grantedBy, Instant now) {
        this.id = id;
        this.organization = asked.organization();
        this.topic = PREFIX + asked.name();
        this.subscriptions = asked.subscriptionIds();
        this.grantedBy = grantedBy;
        this.createdAt = now;
    }

    /** Is the stream one of those that are written to it? */
    boolean covers(UUID subscription, String ofOrganization) {
        return organization.equals(ofOrganization)
                && (subscriptions.isEmpty() || subscriptions.contains(subscription.toString()));
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

    String topic() {
        return topic;
    }

    List<String> subscriptions() {
        return subscriptions;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Since when the broker has not taken what is next; absent while it does. */
    @Nullable
    Instant failingSince() {
        return failingSince;
    }

    /** What the broker said last when it did not take something. */
    @Nullable
    String lastFault() {
        return lastFault;
    }
}
