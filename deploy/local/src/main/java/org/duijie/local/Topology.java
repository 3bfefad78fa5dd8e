package org.duijie.local;

import static org.duijie.local.PartName.GATEWAY;
import static org.duijie.local.PartName.KAFKA;
import static org.duijie.local.PartName.MATCHING_SERVICE;
import static org.duijie.local.PartName.MATCHING_SERVICE_2;
import static org.duijie.local.PartName.ORGANIZATION_SERVICE;
import static org.duijie.local.PartName.POSTGRES;
import static org.duijie.local.PartName.PROJECT_SERVICE;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.local.identity.Accounts;
import org.duijie.local.identity.IdentityProvider;

/** What the suite consists of, and who needs whom. {@link #steps} is the container diagram in code. */
final class Topology {
    private static final List<String> BROKER_JVM_OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow");

    private final SuiteOptions options;
    private final Ports ports;
    private final StateDirectory state;
    private final ProcessMarks marks;
    private final Progress progress;
    private final Supplier<Accounts> accounts;

    Topology(
            SuiteOptions options,
            Ports ports,
            StateDirectory state,
            ProcessMarks marks,
            Progress progress,
            Supplier<Accounts> accounts) {
        this.options = options;
        this.ports = ports;
        this.state = state;
        this.marks = marks;
        this.progress = progress;
        this.accounts = accounts;
    }

    /** A part and the parts that must be healthy before it is started. */
    record Step(Part part, Set<PartName> after) {}

    /** Parts that are not started with the others. */
    Set<PartName> later() {
        return options.secondMatching() == SecondMatching.LATER ? Set.of(MATCHING_SERVICE_2) : Set.of();
    }

    /** All parts; each stands behind those it needs. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>(List.of(
                new Step(postgres("project", "organization", "matching"), Set.of()),
                new Step(kafka(), Set.of()),
                new Step(keycloak(), Set.of()),
                new Step(
                        service(PROJECT_SERVICE, ports.projectService(), "project", documents()),
                        Set.of(POSTGRES, KAFKA)),
                new Step(
                        service(ORGANIZATION_SERVICE, ports.organizationService(), "organization"),
                        Set.of(POSTGRES, KAFKA)),
                new Step(
                        service(MATCHING_SERVICE, ports.matchingService(), "matching", delivery()),
                        Set.of(POSTGRES, KAFKA))));
        if (twoMatchings()) {
            // One after the other: the first prepares their database.
            steps.add(new Step(
                    service(MATCHING_SERVICE_2, ports.secondMatchingService(), "matching", delivery()),
                    Set.of(MATCHING_SERVICE)));
        }
        steps.add(new Step(gateway(), Set.of(PROJECT_SERVICE, ORGANIZATION_SERVICE, MATCHING_SERVICE)));
        return steps;
    }

    private boolean twoMatchings() {
        return options.secondMatching() != SecondMatching.NONE;
    }

    private Part postgres(String... databases) {
        return new PostgresPart(state.directory("postgres"), ports.postgres(), databases);
    }

    private Part kafka() {
        List<String> command = Java.main(
                BROKER_JVM_OPTIONS,
                options.checkout().launcher(),
                BrokerMain.class.getName(),
                state.directory("kafka").toString(),
                Integer.toString(ports.kafka()),
                Integer.toString(ports.kafkaController()));
        return new ProcessPart(KAFKA, command, Map.of(), Health.listens(ports.kafka()), log(KAFKA), marks);
    }

    private Part keycloak() {
        return new KeycloakPart(
                options.checkout().keycloak(),
                state,
                ports,
                accounts,
                what -> progress.say(PartName.KEYCLOAK.label(), what),
                marks);
    }

    private Part service(PartName name, int port, String database) {
        return service(name, port, database, Map.of());
    }

    private Part service(PartName name, int port, String database, Map<String, String> itsOwn) {
        Map<String, String> environment = new HashMap<>(itsOwn);
        environment.putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME",
                PostgresPart.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                PostgresPart.APPLICATION,
                "QUARKUS_FLYWAY_USERNAME",
                PostgresPart.OWNER,
                "QUARKUS_FLYWAY_PASSWORD",
                PostgresPart.OWNER,
                "KAFKA_BOOTSTRAP_SERVERS",
                kafkaBootstrap()));
        return application(name, port, environment);
    }

    /** Documents name the gateway. */
    private Map<String, String> documents() {
        return Map.of("DUIJIE_PUBLIC_URL", url(GATEWAY).toString());
    }

    /** A key that guards nothing seals the secrets of webhooks, receivers are on this machine, and mails go to the log. */
    private Map<String, String> delivery() {
        return Map.of(
                "DUIJIE_DELIVERY_VAULT_CURRENT_KEY",
                "local",
                "DUIJIE_DELIVERY_VAULT_KEYS__LOCAL_",
                "ZHVpamllIGR1aWppZSBkdWlqaWUgZHVpamllIDIwMjY=",
                "DUIJIE_DELIVERY_ALLOWED_HOSTS",
                LoopbackPorts.HOST,
                "DUIJIE_DELIVERY_MAIL_ENABLED",
                "true",
                "DUIJIE_DELIVERY_MAIL_PUBLIC_URL",
                url(GATEWAY).toString(),
                "QUARKUS_MAILER_MOCK",
                "true");
    }

    private Part gateway() {
        String matchings = url(MATCHING_SERVICE) + (twoMatchings() ? "," + url(MATCHING_SERVICE_2) : "");
        return application(
                GATEWAY,
                ports.gateway(),
                Map.of(
                        "DUIJIE_ENVIRONMENT",
                        options.sandbox() ? "sandbox" : "local",
                        "DUIJIE_PROJECT_SERVICE_URL",
                        url(PROJECT_SERVICE).toString(),
                        "DUIJIE_ORGANIZATION_SERVICE_URL",
                        url(ORGANIZATION_SERVICE).toString(),
                        "DUIJIE_MATCHING_SERVICE_URL",
                        matchings));
    }

    private Part application(PartName name, int port, Map<String, String> itsOwn) {
        Map<String, String> environment = new HashMap<>(itsOwn);
        environment.put("QUARKUS_HTTP_HOST", LoopbackPorts.HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString());
        environment.putAll(options.environment());
        List<String> command = Java.jar(options.jvmOptions(), options.checkout().application(name));
        return new ProcessPart(
                name, command, environment, Health.answers(url(name).resolve("/q/health/ready")), log(name), marks);
    }

    private LogFile log(PartName name) {
        return new LogFile(state.log(name.label()));
    }

    URI issuer() {
        return IdentityProvider.issuer(KeycloakPart.base(ports));
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPorts.HOST + ":" + ports.postgres() + "/" + database;
    }

    String kafkaBootstrap() {
        return LoopbackPorts.HOST + ":" + ports.kafka();
    }

    /** Where a part that speaks HTTP listens. */
    URI url(PartName part) {
        int port =
                switch (part) {
                    case GATEWAY -> ports.gateway();
                    case PROJECT_SERVICE -> ports.projectService();
                    case ORGANIZATION_SERVICE -> ports.organizationService();
                    case MATCHING_SERVICE -> ports.matchingService();
                    case MATCHING_SERVICE_2 -> ports.secondMatchingService();
                    case KEYCLOAK -> ports.keycloak();
                    case POSTGRES, KAFKA -> throw new IllegalArgumentException(part.label() + " speaks no HTTP");
                };
        return URI.create("http://" + LoopbackPorts.HOST + ":" + port);
    }
}
