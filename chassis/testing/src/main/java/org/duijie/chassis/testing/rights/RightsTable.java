package org.duijie.chassis.testing.rights;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duijie.chassis.testing.openapi.ApiContract;
import org.duijie.chassis.testing.openapi.ApiOperation;

/** The rules of a contract as a table for people: a row for each operation, a column for each role. */
public record RightsTable(String markdown) {

    static RightsTable of(ApiContract contract, List<String> roles) {
        String head = "| operation | " + String.join(" | ", roles) + " | another's |\n" + "| --- |"
                + " --- |".repeat(roles.size()) + " --- |\n";
        return new RightsTable(contract.operations().stream()
                .map(operation -> row(operation, roles))
                .collect(Collectors.joining("", head, "")));
    }

    private static String row(ApiOperation operation, List<String> roles) {
        String name = "| `" + operation.method() + " " + operation.path() + "` " + operation.id() + " | ";
        return AccessRule.of(operation)
                .map(rule -> name
                        + roles.stream().map(role -> cell(rule, role)).collect(Collectors.joining(" | "))
                        + " | " + (rule.bound() && !rule.open() ? rule.foreign() : "") + " |\n")
                .orElse(name + "undeclared |\n");
    }

    private static String cell(AccessRule rule, String role) {
        if (!rule.admits(role)) {
            return "–";
        }
        boolean everything = rule.open() || !rule.bound() || role.equals("LEADING_GROUP") || role.equals("SUPERVISOR");
        return everything ? "all" : rule.tenant().toLowerCase(Locale.ROOT);
    }
}
