package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.jspecify.annotations.Nullable;

/** The record of what is done to an organization's subscriptions and to the ways in which they are delivered. */
@ApplicationScoped
public class SubscriptionAudit {

    private final Audit audit;
    private final CurrentUser user;

    @Inject
    SubscriptionAudit(Audit audit, CurrentUser user) {
        this.audit = audit;
        this.user = user;
    }

    /** Something was done to what has no states. */
    public void record(String action, UUID subject, String organization) {
        record(action, subject, organization, null, null);
    }

    /**
     * Something was done, in the running transaction.
     *
     * @param subject id of what it was done to
     * @param organization whose that is, by credit code
     * @param from where it stood before; absent of what is new
     * @param to where it stands now; absent of what is gone
     */
    public void record(String action, UUID subject, String organization, @Nullable Enum<?> from, @Nullable Enum<?> to) {
        Optional<UUID> delegation = user.delegation(organization, Matter.SUBSCRIPTIONS);
        audit.record(new Act(
                action,
                subject,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                delegation.map(acted -> organization).orElse(null),
                delegation.orElse(null)));
    }
}
