package org.duijie.local;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.local.identity.Accounts;

/** What a person wants to know once everything runs: where it is, and who can sign in. */
final class Welcome {
    private static final String ADDRESS = "  %-22s %s%n";
    // The Chinese name comes last: its characters are wider than a column counts them.
    private static final String ACCOUNT = "  %-15s %-17s %-22s %-20s %s · %s%n";
    private static final int SHOWN = 2;

    private final Suite suite;
    private final boolean sandbox;

    Welcome(Suite suite, boolean sandbox) {
        this.suite = suite;
        this.sandbox = sandbox;
    }

    void print(PrintStream out) {
        out.println();
        out.println(
                sandbox
                        ? "The sandbox of Duijie runs. Ctrl-C stops it and throws its data away."
                        : "Duijie runs. Ctrl-C stops it.");
        out.println();
        addresses(out);
        out.println();
        accounts(out);
        out.println();
        out.println("A token for curl:  deploy/token " + (sandbox ? "--sandbox " : "") + "zhangbei   (also in "
                + suite.accountsFile() + ")");
        out.println("Logs:              " + suite.logs());
    }

    private void addresses(PrintStream out) {
        out.printf(ADDRESS, "gateway", suite.gateway());
        out.printf(ADDRESS, "API reference", suite.gateway().resolve("/api"));
        for (PartName service :
                List.of(PartName.PROJECT_SERVICE, PartName.ORGANIZATION_SERVICE, PartName.MATCHING_SERVICE)) {
            out.printf(ADDRESS, service.label(), suite.url(service));
        }
        out.printf(ADDRESS, "identity provider", suite.accounts().issuer());
        out.printf(ADDRESS, "PostgreSQL", suite.jdbcUrl("{project,organization,matching}"));
        out.printf(ADDRESS, "Kafka", suite.kafkaBootstrap());
    }

    private void accounts(PrintStream out) {
        Accounts accounts = suite.accounts();
        out.printf(ACCOUNT, "account", "role", "acts for", "password", "name", "名称");
        for (Accounts.User user : accounts.accounts()) {
            out.printf(
                    ACCOUNT,
                    user.name(),
                    user.role(),
                    actsFor(user.divisions(), user.organizations()),
                    user.password(),
                    user.title().en(),
                    user.title().zh());
        }
        for (Accounts.Client client : accounts.clients()) {
            out.printf(
                    ACCOUNT,
                    client.clientId(),
                    client.role(),
                    "by delegation",
                    client.secret(),
                    client.title().en(),
                    client.title().zh());
        }
    }

    private static String actsFor(List<String> divisions, List<String> organizations) {
        if (divisions.size() + organizations.size() > SHOWN) {
            return "%d counties, %d org.".formatted(divisions.size(), organizations.size());
        }
        String codes = Stream.concat(divisions.stream(), organizations.stream()).collect(Collectors.joining(" "));
        return codes.isEmpty() ? "-" : codes;
    }
}
