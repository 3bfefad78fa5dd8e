package org.duijie.local;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.duijie.chassis.embedded.LoopbackPorts;

/** The ports of 127.0.0.1 that the suite listens on. */
public record Ports(
        int gateway,
        int projectService,
        int organizationService,
        int matchingService,
        int secondMatchingService,
        int keycloak,
        int keycloakManagement,
        int postgres,
        int kafka,
        int kafkaController) {

    private static final int COUNT = 10;

    /** The ports that the documentation names. */
    public static Ports standard() {
        return new Ports(8080, 8081, 8082, 8083, 8084, 8085, 8086, 15432, 19092, 19093);
    }

    /** The standard ports, each moved up by the same number. */
    public static Ports offset(int by) {
        Ports base = standard();
        return new Ports(
                base.gateway + by,
                base.projectService + by,
                base.organizationService + by,
                base.matchingService + by,
                base.secondMatchingService + by,
                base.keycloak + by,
                base.keycloakManagement + by,
                base.postgres + by,
                base.kafka + by,
                base.kafkaController + by);
    }

    /** Ports on which nothing listens at this moment. */
    public static Ports free() {
        Iterator<Integer> free = LoopbackPorts.free(COUNT).iterator();
        return new Ports(
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next(),
                free.next());
    }

    /** Says clearly which ports are taken and how to take others. */
    void requireFree() {
        String taken = byOwner().entrySet().stream()
                .filter(entry -> !LoopbackPorts.isFree(entry.getValue()))
                .map(Ports::sentence)
                .collect(Collectors.joining(System.lineSeparator()));
        if (!taken.isEmpty()) {
            throw new StartFailure(taken + System.lineSeparator()
                    + "Stop what listens there, or use --port-offset 1000 (adds 1000 to every port) or --free-ports.");
        }
    }

    private static String sentence(Entry<String, Integer> entry) {
        return "Port %d, which %s needs, is already taken.".formatted(entry.getValue(), entry.getKey());
    }

    private Map<String, Integer> byOwner() {
        Map<String, Integer> byOwner = new LinkedHashMap<>();
        byOwner.put("the gateway", gateway);
        byOwner.put("project-service", projectService);
        byOwner.put("organization-service", organizationService);
        byOwner.put("matching-service", matchingService);
        byOwner.put("Keycloak", keycloak);
        byOwner.put("Keycloak's management", keycloakManagement);
        byOwner.put("PostgreSQL", postgres);
        byOwner.put("Kafka", kafka);
        byOwner.put("Kafka's controller", kafkaController);
        return byOwner;
    }
}
