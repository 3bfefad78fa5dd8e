package org.duijie.chassis.identity;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.openapi.Answers;
import org.duijie.chassis.openapi.DescribedMethods;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Publishes each operation's {@link Access}: the security it asks for, its refusals, and the rule itself. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.RULES)
public class AccessRules implements OASFilter {

    /** The name of the security scheme. */
    public static final String TOKEN = "SecurityScheme";

    private static final int HIDDEN = 404;

    private final DescribedMethods methods;

    public AccessRules(IndexView index) {
        this.methods = new DescribedMethods(index);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance rule = methods.annotation(operation, Access.class);
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
        Answers.add(operation, "401", "access-unauthenticated");
        if ((!open && !roles.isEmpty()) || foreign != HIDDEN) {
            Answers.add(operation, "403", "access-forbidden");
        }
        return operation;
    }

    private static List<String> names(@Nullable AnnotationValue roles) {
        return roles == null ? List.of() : Arrays.asList(roles.asEnumArray());
    }
}
