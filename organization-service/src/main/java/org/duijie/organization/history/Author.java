package org.duijie.organization.history;

import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, and for whom.
 *
 * @param actor the token's subject
 * @param creditCode of the organization that it is about
 * @param delegation by which a platform acts for the organization
 */
public record Author(
        String actor, String creditCode, @Nullable UUID delegation) {

    /** As the audit tells it: whose name the caller acted in is said where it was not its own. */
    Audit.Deed deed(RecordedEvent event) {
        Enum<?> from = event.from();
        return new Audit.Deed(
                actor,
                new Act(
                        event.aggregate() + "." + event.verb(),
                        event.subject(),
                        from == null ? null : from.name(),
                        event.to().name(),
                        delegation == null ? null : creditCode,
                        delegation));
    }
}
