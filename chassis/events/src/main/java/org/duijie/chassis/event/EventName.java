package org.duijie.chassis.event;

import java.util.Arrays;
import java.util.Locale;

/** Reads an event's name from the names of its types. */
final class EventName {

    private EventName() {}

    static String aggregate(Class<?> event) {
        Class<?> family = Arrays.asList(event.getInterfaces()).contains(DomainEvent.class)
                ? event
                : Arrays.stream(event.getInterfaces())
                        .filter(DomainEvent.class::isAssignableFrom)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(event + " does not say of what it is an event"));
        return kebab(family.getSimpleName().replaceFirst("Event$", ""));
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
