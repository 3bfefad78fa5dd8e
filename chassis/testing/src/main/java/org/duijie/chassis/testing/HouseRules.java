package org.duijie.chassis.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The architecture as rules. Each has a bad example in this module's tests that it must refuse. */
public final class HouseRules {

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";

    private static final DescribedPredicate<JavaAnnotation<?>> A_JAXRS_METHOD = DescribedPredicate.describe(
            "a JAX-RS method annotation",
            annotation -> annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod"));

    private HouseRules() {}

    /**
     * Checks the classes of a service, tests left out.
     *
     * @param basePackage such as {@code org.duijie.project}; its direct sub-packages are the features
     * @throws AssertionError naming each place that breaks a rule
     */
    public static void check(String basePackage) {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        of(basePackage).values().forEach(rule -> rule.check(house));
    }

    static Map<String, ArchRule> of(String basePackage) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "cycle",
                slices().matching(basePackage + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true)
                        .because("a feature that needs another is not needed by it"));
        rules.put(
                "http",
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Resource")
                        .and()
                        .haveSimpleNameNotEndingWith("Filter")
                        .should()
                        .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
                        .because("HTTP ends at the resource"));
        rules.put(
                "route",
                methods()
                        .that()
                        .areAnnotatedWith(A_JAXRS_METHOD)
                        .should()
                        .bePublic()
                        .andShould()
                        .beDeclaredInClassesThat()
                        .areAnnotatedWith("io.smallrye.common.annotation.RunOnVirtualThread")
                        .allowEmptyShould(true)
                        .because("a method that is not public is silently no route, and blocking code needs a thread"));
        rules.put(
                "access",
                methods()
                        .that()
                        .areAnnotatedWith(A_JAXRS_METHOD)
                        .should()
                        .beAnnotatedWith("org.duijie.chassis.identity.Access")
                        .allowEmptyShould(true)
                        .because("who may use an operation is declared beside it"));
        rules.put(
                "entity-leak",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .and()
                        .arePublic()
                        .should(notMention(annotatedWith(ENTITY)))
                        .allowEmptyShould(true)
                        .because("entities are never serialised"));
        rules.put(
                "transaction",
                methods()
                        .that()
                        .areAnnotatedWith(TRANSACTIONAL)
                        .should()
                        .beDeclaredInClassesThat()
                        .haveNameMatching(".*(Service|Listener)")
                        .allowEmptyShould(true)
                        .because("a command is the one place where a transaction begins"));
        rules.put(
                "broker",
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Listener")
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                        .because("facts go through outbox and inbox"));
        rules.put(
                "field-injection",
                noFields()
                        .should()
                        .beAnnotatedWith(Inject.class)
                        .orShould()
                        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                        .allowEmptyShould(true)
                        .because("what a class needs stands in its constructor"));
        rules.put(
                "setter",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(ENTITY)
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .allowEmptyShould(true)
                        .because("an aggregate changes by its verbs"));
        rules.put(
                "floating-point",
                fields().that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(ENTITY)
                        .should()
                        .notHaveRawType(DescribedPredicate.describe(
                                "floating point", type -> Stream.of("double", "float", Double.class.getName())
                                        .anyMatch(name -> type.getName().equals(name))))
                        .allowEmptyShould(true)
                        .because("money and quantities are exact"));
        rules.put(
                "name",
                noClasses()
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)")
                        .because("such names say nothing of what the class is"));
        rules.put(
                "clock",
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .because("time and ids are injected"));
        return rules;
    }

    private static ArchCondition<JavaMethod> notMention(DescribedPredicate<? super JavaClass> unwanted) {
        return new ArchCondition<>("not mention a class " + unwanted.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getRawParameterTypes().stream())
                        .filter(unwanted)
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }
}
