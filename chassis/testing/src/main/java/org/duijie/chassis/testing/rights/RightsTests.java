package org.duijie.chassis.testing.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.duijie.chassis.testing.DatabaseState;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The test of the rights matrix, for each service to inherit. */
public abstract class RightsTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "rights.md");

    /** The service to try. */
    protected abstract ServiceUnderTest service();

    protected abstract DataSource database();

    /** What the tables hold when nothing of earlier requests is still being worked on. */
    protected DatabaseState state() {
        return DatabaseState.of(database());
    }

    @Test
    void everybodyMayWhatIsDeclaredAndNothingElse() {
        String name = Path.of("").toAbsolutePath().getFileName().toString();
        RightsMatrix.Report report = new RightsMatrix(service(), this::state).run();

        System.out.println("Rights matrix of " + name + ": " + report.size() + " cells");
        assertThat(report.faults()).isEmpty();
        assertThat(report.size()).isPositive();
        new RightsDocument(DOCUMENT, name).check(report);
    }
}
