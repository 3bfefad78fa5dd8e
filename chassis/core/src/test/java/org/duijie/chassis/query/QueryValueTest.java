package org.duijie.chassis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.junit.jupiter.api.Test;

class QueryValueTest {

    @Test
    void readsWhatIsThere() {
        assertThat(new QueryValue("on", "2018-09-01").asDate()).contains(java.time.LocalDate.of(2018, 9, 1));
        assertThat(new QueryValue("unit", "DAYS").asChoice(TimeUnit.class)).contains(TimeUnit.DAYS);
        assertThat(new QueryValue("division", "130722").asDivisionCode()).contains("130722");
        assertThat(new QueryValue("organization", "01890a5d-ac96-774b-bcce-b302099a8057").asId())
                .contains(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
    }

    @Test
    void isEmptyWhereNothingIsThere() {
        QueryValue absent = new QueryValue("on", null);
        assertThat(absent.asText()).isEmpty();
        assertThat(absent.asDate()).isEmpty();
        assertThat(absent.asId()).isEmpty();
        assertThat(absent.asDivisionCode()).isEmpty();
        assertThat(absent.asChoice(TimeUnit.class)).isEmpty();
    }

    @Test
    void saysWhereAndWhatWouldBeRight() {
        assertRefused("2018-02-30", QueryValue::asDate);
        assertRefused("yesterday", QueryValue::asDate);
        assertRefused("1-1-1-1-1", QueryValue::asId);
        assertRefused("100000", QueryValue::asDivisionCode);
        assertRefused("1307", QueryValue::asDivisionCode);
        assertRefused("", QueryValue::asDivisionCode);
        assertThat(assertRefused("YEARS", value -> value.asChoice(TimeUnit.class))
                        .faults()
                        .getFirst()
                        .detail()
                        .en())
                .contains("DAYS");
    }

    private static ProblemException assertRefused(String text, Function<QueryValue, ?> reading) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> reading.apply(new QueryValue("name", text)));
        assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID);
        assertThat(refusal.faults()).extracting(ProblemException.Fault::pointer).containsExactly("?name");
        return refusal;
    }
}
