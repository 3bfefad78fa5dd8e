package org.duijie.chassis.testing.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/rights.md}, the rights of all services in one place: each service's test holds its own section against the
 * rules that it has just tried. After a change that is meant, run the tests with {@code -Dduijie.contract=write}.
 */
public final class RightsDocument {

    private final Path file;
    private final String service;

    /** @param service the name of its section */
    public RightsDocument(Path file, String service) {
        this.file = file;
        this.service = service;
    }

    /** Also leaves the table in {@code target/rights-matrix.md}, with the number of cells that were tried. */
    public void check(RightsMatrix.Report report) {
        try {
            Files.writeString(
                    Path.of("target", "rights-matrix.md"),
                    report.table().markdown() + "\n" + report.size() + " cells\n");
            String document = Files.readString(file);
            Matcher section = section().matcher(document);
            if (!section.find()) {
                throw new AssertionError(file + " has no section <!-- " + service + " -->");
            }
            String told = section.group(2);
            String tried = "\n" + report.table().markdown();
            if ("write".equals(System.getProperty("duijie.contract"))) {
                Files.writeString(
                        file, document.substring(0, section.start(2)) + tried + document.substring(section.end(2)));
            } else if (!told.equals(tried)) {
                throw new AssertionError("The rights of " + service + " differ from " + file
                        + "; if that is meant, run with -Dduijie.contract=write and review the difference");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Pattern section() {
        return Pattern.compile(
                "(<!-- " + Pattern.quote(service) + " -->)(.*?)(<!-- /" + Pattern.quote(service) + " -->)",
                Pattern.DOTALL);
    }
}
