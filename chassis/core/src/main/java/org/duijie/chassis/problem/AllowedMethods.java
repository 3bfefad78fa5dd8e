package org.duijie.chassis.problem;

import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which methods an address takes: the {@code Allow} header that a 405 must carry, and that the framework leaves out. */
@Singleton
class AllowedMethods {

    private record Route(Pattern path, String method) {}

    private @Nullable List<Route> routes;

    /** @return in alphabetical order; empty where nothing is */
    String of(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes()) {
            if (route.path.matcher(path).matches()) {
                methods.add(route.method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return String.join(", ", methods);
    }

    private synchronized List<Route> routes() {
        if (routes == null) {
            List<Route> found = new ArrayList<>();
            Arc.container()
                    .beanManager()
                    .getBeans(Object.class, Any.Literal.INSTANCE)
                    .forEach(bean -> {
                        Path root = bean.getBeanClass().getAnnotation(Path.class);
                        if (root != null) {
                            Arrays.stream(bean.getBeanClass().getMethods())
                                    .flatMap(method -> routes(root.value(), method))
                                    .forEach(found::add);
                        }
                    });
            routes = List.copyOf(found);
        }
        return routes;
    }

    private static Stream<Route> routes(String root, Method method) {
        Path below = method.getAnnotation(Path.class);
        Pattern path = pattern(root + "/" + (below == null ? "" : below.value()));
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(named -> named != null)
                .map(named -> new Route(path, named.value()));
    }

    /** Templates may hold a regular expression after a colon. */
    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        for (String segment : template.split("/", -1)) {
            if (segment.isEmpty()) {
                continue;
            }
            regex.append('/');
            if (segment.startsWith("{")) {
                int colon = segment.indexOf(':');
                regex.append(
                        colon < 0
                                ? "[^/]+"
                                : segment.substring(colon + 1, segment.length() - 1)
                                        .strip());
            } else {
                regex.append(Pattern.quote(segment));
            }
        }
        return Pattern.compile(regex + "/?");
    }
}
