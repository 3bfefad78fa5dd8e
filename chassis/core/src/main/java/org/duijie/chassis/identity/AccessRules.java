package org.duijie.chassis.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Publishes each operation's {@link Access}: the security it asks for, its refusals, and the rule itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessRules implements OASFilter {

    /** The name of the security scheme. */
    public static final String TOKEN = "SecurityScheme";

    private static final DotName ACCESS = DotName.createSimple(Access.class);
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final int HIDDEN = 404;

    private final Map<String, AnnotationInstance> rules = new HashMap<>();

    public AccessRules(IndexView index) {
        for (AnnotationInstance rule : index.getAnnotations(ACCESS)) {
            AnnotationInstance operation = rule.target().asMethod().annotation(OPERATION);
            if (operation != null && operation.value("operationId") != null) {
                rules.put(operation.value("operationId").asString(), rule);
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance rule = rules.get(operation.getOperationId());
        if (rule == null) {
            return operation;
        }
        boolean open = rule.value("open") != null && rule.value("open").asBoolean();
        List<String> roles = names(rule.value("roles"));
        String tenant =
                rule.value("tenant") == null ? "NONE" : rule.value("tenant").asEnum();
        int foreign =
                rule.value("foreign") == null ? HIDDEN : rule.value("foreign").asInt();

        Map<String, Object> published = new LinkedHashMap<>();
        published.put("open", open);
        published.put("roles", roles);
        published.put("tenant", tenant);
        if (!tenant.equals("NONE")) {
            published.put("foreign", foreign);
        }
        operation.addExtension("x-access", published);

        operation.setSecurity(null);
        if (open) {
            // An empty requirement: a token is welcome, and shows more.
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        answer(operation.getResponses(), "401", "access-unauthenticated");
        if ((!open && !roles.isEmpty()) || foreign != HIDDEN) {
            answer(operation.getResponses(), "403", "access-forbidden");
        }
        return operation;
    }

    private static List<String> names(@Nullable AnnotationValue roles) {
        return roles == null ? List.of() : Arrays.asList(roles.asEnumArray());
    }

    private static void answer(APIResponses responses, String status, String problem) {
        if (responses.getAPIResponse(status) == null) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(problem));
        }
    }
}
