package org.duijie.project.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.Problems;
import org.duijie.chassis.text.Text;

/**
 * Says what is wrong with a line in every language: who will read the report, and in which language, is not known when
 * the line is read.
 */
@Singleton
class BothLanguages {

    private final MessageInterpolator messages;

    @Inject
    BothLanguages(ValidatorFactory validation) {
        this.messages = validation.getMessageInterpolator();
    }

    ProblemException refusal(Set<? extends ConstraintViolation<?>> faults) {
        Map<String, Text> known = faults.stream()
                .collect(Collectors.toMap(ConstraintViolation::getMessage, this::text, (one, same) -> one));
        ProblemException inOne = Problems.of(new ConstraintViolationException(faults));
        ProblemException inBoth = inOne.type().problem();
        inOne.faults().forEach(fault -> {
            Text text = known.getOrDefault(fault.detail().zh(), fault.detail());
            inBoth.and(fault.pointer(), text.zh(), text.en());
        });
        return inBoth;
    }

    private Text text(ConstraintViolation<?> fault) {
        Function<Locale, String> in =
                locale -> messages.interpolate(fault.getMessageTemplate(), new Violated(fault), locale);
        return Text.of(in.apply(Text.CHINESE), in.apply(Locale.ENGLISH));
    }

    private record Violated(ConstraintViolation<?> fault) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return fault.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return fault.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
