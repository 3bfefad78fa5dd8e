package org.duijie.chassis.openapi;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The resource method behind each operation: for filters that describe what an annotation or a parameter does. */
public final class DescribedMethods {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Map<String, MethodInfo> methods = new HashMap<>();

    public DescribedMethods(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
    }

    /** Returns null for an operation that no method names. */
    public @Nullable MethodInfo of(Operation operation) {
        return methods.get(operation.getOperationId());
    }

    /** Returns the annotation of the operation's method; null if it has none. */
    public @Nullable AnnotationInstance annotation(Operation operation, Class<?> type) {
        MethodInfo method = of(operation);
        return method == null ? null : method.declaredAnnotation(type.getName());
    }
}
