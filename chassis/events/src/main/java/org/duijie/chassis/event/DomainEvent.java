package org.duijie.chassis.event;

import java.util.UUID;

/**
 * Something that happened to an aggregate, as the rest of the suite learns it. It goes to the topic
 * {@code duijie.<aggregate>} with the aggregate's id as key and the type {@code org.duijie.<aggregate>.<verb>.v1}, and
 * carries the aggregate's whole public state, so that a reader needs only the newest one.
 */
public interface DomainEvent {

    /**
     * Kebab noun, such as {@code need}: the name of the type that says that it is a domain event, such as
     * {@code NeedEvent}.
     */
    default String aggregate() {
        return EventName.aggregate(getClass());
    }

    /** Past participle, such as {@code published}: the record's name. */
    default String verb() {
        return EventName.kebab(getClass().getSimpleName());
    }

    /** The aggregate's id. */
    UUID subject();

    /** The aggregate's version after the change; grows with every event of the same subject. */
    long version();

    /** The public state, a record that serialises to a JSON object. No personal contact data. */
    Object state();
}
