package org.duijie.chassis.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duijie.chassis.problem.ProblemCatalog;
import org.duijie.chassis.problem.ProblemDetail;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Shows every refusal: a response whose description names problems, such as {@code need-not-found}, gets the whole
 * problem document of each as an example, in the words of the catalogue.
 */
final class ProblemExamples {

    private static final Pattern NAME = Pattern.compile("[a-z]+(?:-[a-z]+)+");
    private static final String INSTANCE = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";
    /** What any operation can come to, whatever else its description says. */
    private static final List<String> ANYWHERE = List.of("request-route-not-found", "request-unavailable");

    private final Map<String, ProblemType> catalog =
            ProblemCatalog.types().collect(Collectors.toMap(ProblemType::slug, Function.identity()));
    private final Map<String, ProblemType> shown = new TreeMap<>();

    /** @param status the status that the problems must have; null for a response that several statuses share */
    void illustrate(@Nullable String status, APIResponse response) {
        MediaType body =
                response.getContent() == null ? null : response.getContent().getMediaType(ProblemDetail.MEDIA_TYPE);
        if (body == null || (body.getExamples() != null && !body.getExamples().isEmpty())) {
            return;
        }
        List<ProblemType> named = "default".equals(status)
                ? ANYWHERE.stream().map(catalog::get).toList()
                : NAME.matcher(String.valueOf(response.getDescription()))
                        .results()
                        .map(match -> catalog.get(match.group()))
                        .filter(type ->
                                type != null && (status == null || status.equals(String.valueOf(type.status()))))
                        .distinct()
                        .toList();
        for (ProblemType type : named) {
            shown.put(type.slug(), type);
            body.addExample(type.slug(), OASFactory.createExample().ref("#/components/examples/" + type.slug()));
        }
    }

    void addTo(Components components) {
        shown.forEach((slug, type) -> components.addExample(
                slug, OASFactory.createExample().summary(type.title().en()).value(document(slug, type))));
    }

    private static Map<String, Object> document(String slug, ProblemType type) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problems/" + slug);
        document.put("title", type.title().in(Text.CHINESE));
        document.put("status", type.status());
        document.put("detail", type.title().in(Text.CHINESE));
        document.put("instance", INSTANCE);
        if (type == RequestProblem.INVALID) {
            // In this order: an unordered map would write the contract in another order with each build.
            Map<String, Object> fault = new LinkedHashMap<>();
            fault.put("pointer", "#/items/0/quantity");
            fault.put("detail", "数量必须大于零");
            document.put("errors", List.of(fault));
        }
        return document;
    }
}
