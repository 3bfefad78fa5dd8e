package org.duijie.gateway.service;

import java.util.List;
import java.util.Locale;

/** The services of the suite and the collections that each of them owns: the whole table of routes. */
public enum Service {
    PROJECT,
    ORGANIZATION,
    MATCHING;

    /** The one collection that takes files of many lines, each of them the work of a request. */
    public static final String FILES = "need-imports";

    /** The collections that every service has, for operators: {@code /services/<service>/dead-letters}. */
    public static final List<String> OF_OPERATORS = List.of("dead-letters", "audit-records");

    /** The first segments of the paths that this service answers. */
    public List<String> collections() {
        return switch (this) {
            case PROJECT ->
                List.of(
                        "divisions",
                        "needs",
                        FILES,
                        "projects",
                        "publishers",
                        "risk-rules",
                        "spot-checks",
                        "statistics");
            case ORGANIZATION -> List.of("organizations", "offers", "reservations", "delegations");
            case MATCHING ->
                List.of(
                        "matches",
                        "explanations",
                        "near-misses",
                        "back-tests",
                        "attention",
                        "pairings",
                        "policies",
                        "subscriptions",
                        "webhook-endpoints",
                        "digests",
                        "partner-topics",
                        "feeds",
                        "proposals",
                        "response-times");
        };
    }

    /** The one word that tells its schemas and operations from those of the others: {@code project}. */
    public String domain() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service's name as it is written everywhere: {@code project-service}. */
    public String slug() {
        return domain() + "-service";
    }
}
