package org.duijie.matching.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.zhangbei;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.matching.filter.RandomFilters.Said;
import org.duijie.matching.filter.RandomFilters.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    /** What is read means what was said, as it is read and as numbers. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void meansWhatItSays(long seed) {
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(random);
        int meant = 0;
        for (int i = 0; i < 2_000; i++) {
            Said said = filters.said(3);
            Filter filter = Filter.parse(said.text(), "?filter");
            Screen screen = Screen.of(filter);
            for (int j = 0; j < 10; j++) {
                Seen seen = filters.seen();
                Candidate candidate = seen.candidate();
                boolean wanted = said.meaning().test(seen);
                assertThat(filter.admits(candidate)).as(said.text()).isEqualTo(wanted);
                assertThat(filter.unmet(candidate).isEmpty()).as(said.text()).isEqualTo(wanted);
                int[] divisions = screen.divisions();
                assertThat(Screen.admits(candidate, screen.bits(), divisions, 0, divisions.length, screen.rest()))
                        .as("As numbers: %s", said.text())
                        .isEqualTo(wanted);
                meant += wanted ? 1 : 0;
            }
        }
        assertThat(meant).isBetween(2_000, 18_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatIsPrintedReadsAsItWas(long seed) {
        RandomFilters filters = new RandomFilters(new Random(seed));
        for (int i = 0; i < 5_000; i++) {
            Filter filter = filters.filter(3);
            Filter again = Filter.parse(filter.text(), "?filter");
            assertThat(again).as(filter.text()).isEqualTo(filter);
            assertThat(again.text()).isEqualTo(filter.text());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field:education | field:EDUCATION",
                "FIELD = education or field:(HEALTH OR EDUCATION) | field:(EDUCATION OR HEALTH)",
                "  not not ( ( mode:RELIEF ) ) | mode:RELIEF",
                "amount>=5 and score>=0.50 and score>=0.3 | amount>=5.00 AND score>=0.5",
                "(field:HEALTH or mode:RELIEF) and score>=0.5 | (field:HEALTH OR mode:RELIEF) AND score>=0.5",
                "field:HEALTH or mode:RELIEF | field:HEALTH OR mode:RELIEF",
                "score>=0.5 AND (field:HEALTH OR mode:RELIEF) | (field:HEALTH OR mode:RELIEF) AND score>=0.5",
                "title:ＢＯＯＫ | title:\"book\"",
                "title:图书 | title:\"图书\"",
                "deadline<=30D AND deadline>=2026-12-01 | deadline<=30d AND deadline>=2026-12-01",
                "score>=1 | score>=1",
            })
    void hasOnePrintedForm(String written, String printed) {
        assertThat(Filter.parse(written, "?filter").text()).isEqualTo(printed);
    }

    @Test
    void aBlankFilterMeansAll() {
        assertThat(Filter.parse(null, "?filter")).isEqualTo(Filter.ALL);
        assertThat(Filter.parse(" 　", "?filter")).isEqualTo(Filter.ALL);
        assertThat(Filter.ALL.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "field:EDUCATON | 7 | EDUCATION",
                "fields:EDUCATION | 1 | resource",
                "field EDUCATION | 7 | colon",
                "field>=EDUCATION | 6 | colon",
                "field: | 7 | value of field",
                "field:AND | 7 | double quotes",
                "field:(EDUCATION HEALTH) | 18 | joined by OR",
                "field:(EDUCATION | 7 | not closed",
                "field:EDUCATION mode:RELIEF | 17 | AND or OR",
                "field:EDUCATION AND mode:RELIEF OR kind:GOODS | 33 | brackets",
                "field:EDUCATION) | 16 | no bracket",
                "(field:EDUCATION | 1 | not closed",
                "field:EDUCATION AND | 20 | criterion",
                "AND | 1 | criterion",
                "field!=EDUCATION | 6 | NOT",
                "-field:EDUCATION | 1 | NOT",
                "field：EDUCATION | 6 | write :",
                "（field:EDUCATION） | 1 | write (",
                "amount:5 | 7 | >=",
                "amount>5 | 7 | >=",
                "amount>=1,000 | 10 | double quotes",
                "amount>=1.234 | 9 | two decimals",
                "amount>=99999999999999999999 | 9 | two decimals",
                "deadline<=2026-02-30 | 11 | 2026-12-31",
                "deadline<=9999d | 11 | 3650d",
                "deadline<=soon | 11 | 30d",
                "division:1307 | 10 | 130700",
                "resource:goods..books | 10 | GOODS.BOOKS",
                "score>=1.5 | 8 | 0.5",
                "score<=0.5 | 6 | >= after score",
                "NOT score>=0.5 | 5 | whole filter",
                "(score>=0.5) | 2 | whole filter",
                "mode:RELIEF OR score>=0.5 | 16 | whole filter",
                "title:\"\" | 7 | 1 to 50",
                "title:\"图书 | 7 | closing double quote",
                "title:图书！ | 9 | double quotes",
            })
    void saysWhereItCannotBeReadAndWhatToWrite(String written, int at, String mend) {
        assertThatThrownBy(() -> Filter.parse(written, "#/filter"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type().slug()).isEqualTo("request-invalid");
                    assertThat(refused.faults()).hasSize(1);
                    ProblemException.Fault fault = refused.faults().getFirst();
                    assertThat(fault.pointer()).isEqualTo("#/filter");
                    assertThat(fault.detail().en()).contains("character " + at).contains(mend);
                    assertThat(fault.detail().zh()).contains("第 " + at + " 个字符");
                });
    }

    /** Positions are counted in characters as a reader counts them, not in halves of them. */
    @Test
    void countsCharactersAsAReaderDoes() {
        assertThatThrownBy(() -> Filter.parse("title:\"𠮷𠮷\" field", "?filter"))
                .hasMessageContaining("character 12");
    }

    @Test
    void refusesWhatIsTooLongOrTooDeepOrTooMuch() {
        refuses("title:" + "书".repeat(51), "1 to 50");
        refuses("field:HEALTH" + " ".repeat(Filter.LONGEST), "2000 characters");
        refuses("(".repeat(900) + "field:HEALTH" + ")".repeat(900), "deep");
        refuses("(".repeat(1_900), "deep");
        refuses(many("mode:RELIEF", " AND ", 51), "50 criteria");
        refuses("title:(" + many("a", " OR ", 201) + ")", "200 values");
        refuses(many("amount>=1", " AND ", 50).replace("amount>=1", "amount>=1") + " AND field:HEALTH", "50 criteria");
        assertThat(Filter.parse("NOT ".repeat(400) + "mode:RELIEF", "?filter").text())
                .isEqualTo("mode:RELIEF");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x202E, 0, 0x200B, 0xFEFF, 0xD800, 0x2028, 0xE000})
    void refusesWhatCannotBeSeen(int character) {
        String hidden = Character.toString(character);
        refuses("title:" + hidden, "cannot be seen");
        refuses("title:\"图" + hidden + "书\"", "cannot be seen");
        refuses(hidden + "field:HEALTH", "cannot be seen");
    }

    /** Whatever is sent, it is read or refused, and what is read reads again. */
    @Test
    void readsOrRefusesAnything() {
        Random random = new Random(7);
        List<String> pieces = List.of(
                "field",
                ":",
                "EDUCATION",
                "(",
                ")",
                " OR ",
                " AND ",
                "NOT ",
                "amount",
                ">=",
                "<=",
                "5",
                "30d",
                "\"",
                "\\",
                "title",
                "图书",
                "deadline",
                "2026-12-31",
                "score",
                "0.5",
                " ",
                "İ",
                "ﷺ",
                "ǆ",
                "🎓",
                "e\u0301",
                "\u0345",
                "ß",
                "-",
                ".",
                "division",
                "130700");
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            String text = IntStream.rangeClosed(0, random.nextInt(12))
                    .mapToObj(j -> random.nextInt(20) == 0
                            ? new String(Character.toChars(random.nextInt(Character.MAX_CODE_POINT)))
                            : pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            Throwable thrown = catchThrowable(() -> {
                Filter filter = Filter.parse(text, "?filter");
                assertThat(Filter.parse(filter.text(), "?filter")).as(text).isEqualTo(filter);
            });
            if (thrown != null) {
                assertThat(thrown).as(text).isInstanceOf(ProblemException.class);
            } else {
                read++;
            }
        }
        assertThat(read).isPositive();
    }

    /** Words of titles are compared whatever their width and case. */
    @Test
    void comparesWordsInOneForm() {
        Candidate candidate = Candidate.of(aNeed(need -> need.title = "ＩＣＴ　Ｃｌａｓｓｒｏｏｍ 计算机教室"), zhangbei(), TODAY);

        for (String word : List.of("\"ict classroom\"", "ICT", "ｉｃｔ", "教室")) {
            assertThat(Filter.parse("title:" + word, "?filter").admits(candidate))
                    .as(word)
                    .isTrue();
        }
        assertThat(Filter.parse("title:ictclassroom", "?filter").admits(candidate))
                .isFalse();
    }

    private static void refuses(String text, String mend) {
        assertThatThrownBy(() -> Filter.parse(text, "?filter"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(mend);
    }

    private static String many(String part, String joint, int times) {
        return IntStream.range(0, times).mapToObj(i -> part).collect(Collectors.joining(joint));
    }
}
