package org.duijie.chassis.precondition;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.duijie.chassis.openapi.Answers;
import org.duijie.chassis.openapi.DescribedMethods;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Describes what {@link IfMatch} and {@link EntityTags} do, wherever they do it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.RULES)
public class PreconditionRules implements OASFilter {

    private static final DotName GET = DotName.createSimple("jakarta.ws.rs.GET");
    private static final DotName IF_MATCH = DotName.createSimple(IfMatch.class);
    private static final DotName OPTIONAL_IF_MATCH = DotName.createSimple(OptionalIfMatch.class);
    private static final DotName VERSIONED = DotName.createSimple(Versioned.class);

    private final IndexView index;
    private final DescribedMethods methods;

    public PreconditionRules(IndexView index) {
        this.index = index;
        this.methods = new DescribedMethods(index);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        MethodInfo method = methods.of(operation);
        if (method == null) {
            return operation;
        }
        if (takes(method, IF_MATCH)) {
            Answers.add(operation, "412", "precondition-failed");
            Answers.add(operation, "428", "precondition-required");
        }
        if (takes(method, OPTIONAL_IF_MATCH)) {
            Answers.add(operation, "412", "precondition-failed");
        }
        if (isVersioned(method.returnType())) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.equals("200") || status.equals("201")) {
                    response.addHeader(
                            "ETag",
                            OASFactory.createHeader()
                                    .description("The version shown, for If-Match and If-None-Match")
                                    .schema(tag()));
                }
            });
            if (method.hasAnnotation(GET)) {
                operation.addParameter(OASFactory.createParameter()
                        .in(Parameter.In.HEADER)
                        .name("If-None-Match")
                        .description("ETag of the version that you have; 304 if it is still the present one")
                        .schema(tag().maxLength(200)));
                Answers.add(operation, "304", "The version that you have is the present one");
            }
        }
        return operation;
    }

    private static org.eclipse.microprofile.openapi.models.media.Schema tag() {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .maxLength(100)
                .addExample("\"3\"");
    }

    private static boolean takes(MethodInfo method, DotName type) {
        return method.parameterTypes().stream().anyMatch(one -> one.name().equals(type));
    }

    private boolean isVersioned(Type returned) {
        if (returned.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            List<Type> arguments = returned.asParameterizedType().arguments();
            return arguments.size() == 1
                    && !returned.name().toString().endsWith(".Page")
                    && isVersioned(arguments.getFirst());
        }
        @Nullable ClassInfo shown = index.getClassByName(returned.name());
        return shown != null && shown.interfaceNames().contains(VERSIONED);
    }
}
