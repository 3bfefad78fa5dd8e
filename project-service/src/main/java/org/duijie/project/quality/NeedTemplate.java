package org.duijie.project.quality;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Item;
import org.duijie.project.reference.ReferenceFile;
import org.duijie.project.reference.ReferenceFile.Row;

/**
 * One thing that needs of a field with items of a kind must say: a row of {@code need_templates.csv}.
 *
 * @param field the name of a {@link Field}, {@code *} for any; so is the kind
 * @param bound what the requirement compares with: a number, or words of which one is to be said
 */
record NeedTemplate(
        String rule,
        String field,
        String kind,
        Requirement requirement,
        String bound,
        Hint.Severity severity,
        Text detail,
        String source) {

    private static final String ANY = "*";

    static List<NeedTemplate> read() {
        return new ReferenceFile("need_templates.csv")
                .rows().stream().map(NeedTemplate::of).toList();
    }

    private static NeedTemplate of(Row row) {
        NeedTemplate template = new NeedTemplate(
                row.text("rule"),
                row.text("field"),
                row.text("kind"),
                Requirement.valueOf(row.text("requirement")),
                row.optional("bound"),
                Hint.Severity.valueOf(row.text("severity")),
                Text.of(row.text("zh"), row.text("en")),
                row.text("source"));
        template.requireKnownNames();
        return template;
    }

    /** A slip in the list must stop the start, not silently switch a rule off. */
    private void requireKnownNames() {
        if (!field.equals(ANY)) {
            Field.valueOf(field);
        }
        if (!kind.equals(ANY)) {
            Item.Kind.valueOf(kind);
        }
        if (requirement.counts()) {
            Long.parseLong(bound);
        }
    }

    Stream<Hint> hints(Asked asked) {
        if (!concerns(asked.terms()) || requirement.isMet(asked, bound)) {
            return Stream.empty();
        }
        Text why = Text.of(
                rule + "：" + requirement.name() + (bound.isEmpty() ? "" : " " + bound),
                rule + ": " + requirement.name() + (bound.isEmpty() ? "" : " " + bound));
        return Stream.of(new Hint(rule, severity, requirement.pointer(), detail, why, source));
    }

    private boolean concerns(NeedTerms terms) {
        boolean ofField = field.equals(ANY) || terms.field().name().equals(field);
        return ofField
                && (kind.equals(ANY)
                        || terms.items().stream()
                                .anyMatch(item -> item.kind().name().equals(kind)));
    }

    /** What can be asked of a need. */
    enum Requirement {
        BENEFICIARIES("#/beneficiaries") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return asked.terms().beneficiaryPersons() > 0 || asked.terms().beneficiaryHouseholds() > 0;
            }
        },
        PERSONS("#/beneficiaries/persons") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return asked.terms().beneficiaryPersons() > 0;
            }
        },
        HOUSEHOLDS("#/beneficiaries/households") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return asked.terms().beneficiaryHouseholds() > 0;
            }
        },
        /** Characters of the summary that can be seen. */
        SUMMARY_LENGTH("#/summary") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return asked.terms()
                                .summary()
                                .codePoints()
                                .filter(point -> !Character.isWhitespace(point))
                                .count()
                        >= Long.parseLong(bound);
            }
        },
        /** One of the words, anywhere in title, summary and descriptions. */
        SAYS("#/summary") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return Arrays.stream(bound.split("\\|"))
                        .anyMatch(word -> asked.texts().values().stream().anyMatch(text -> text.contains(word)));
            }

            @Override
            boolean counts() {
                return false;
            }
        },
        /** Documents from this value in yuan on. */
        EVIDENCE_FROM("#/evidence") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return !asked.terms().evidence().isEmpty() || asked.terms().valueFen() < Long.parseLong(bound) * 100;
            }
        },
        DAYS_TO_ANSWER("#/deadline") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return ChronoUnit.DAYS.between(asked.today(), asked.terms().deadline()) >= Long.parseLong(bound);
            }
        },
        PERIOD_MONTHS("#/periodEnd") {
            @Override
            boolean isMet(Asked asked, String bound) {
                return !asked.terms()
                        .periodEnd()
                        .isAfter(asked.terms().periodStart().plusMonths(Long.parseLong(bound)));
            }
        };

        private final String pointer;

        Requirement(String pointer) {
            this.pointer = pointer;
        }

        abstract boolean isMet(Asked asked, String bound);

        /** Is its bound a number? */
        boolean counts() {
            return this != BENEFICIARIES && this != PERSONS && this != HOUSEHOLDS;
        }

        String pointer() {
            return pointer;
        }
    }
}
