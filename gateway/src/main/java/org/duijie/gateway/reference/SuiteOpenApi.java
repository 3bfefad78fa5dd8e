package org.duijie.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.gateway.door.Environment;
import org.duijie.gateway.limit.RateLimits;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceCopies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The API of the whole suite as one document; a service that is down is in it with what it last said. */
@Singleton
class SuiteOpenApi {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessDay.ZONE);

    private static final String LIMITS = """


            每个调用方的限额，亦见每个回答的 RateLimit-Policy。 What one caller may send; every answer repeats it in RateLimit-Policy.

            | | 计数对象 whose requests | 次数 requests | 每 in |
            | --- | --- | --- | --- |""";

    private final OpenApiDocumentService ownDocument;
    private final ServiceCopies copies;
    private final RateLimits limits;
    private final ObjectMapper json;
    private final Environment environment;

    @Inject
    SuiteOpenApi(
            OpenApiDocumentService ownDocument,
            ServiceCopies copies,
            RateLimits limits,
            ObjectMapper json,
            @ConfigProperty(name = "duijie.environment") Environment environment) {
        this.ownDocument = ownDocument;
        this.copies = copies;
        this.limits = limits;
        this.json = json;
        this.environment = environment;
    }

    ObjectNode document() {
        ObjectNode own = own();
        OpenApiMerge merge = new OpenApiMerge(own);
        StringBuilder description =
                new StringBuilder(own.path("info").path("description").asText()).append(limits());
        Map<Service, ServiceCopies.Copy> answers = copies.of("/q/openapi?format=json");
        answers.forEach((service, copy) -> {
            JsonNode document = copy.document();
            if (document != null) {
                merge.add(service, document);
            }
            description.append(note(service, copy));
        });
        return merge.result(description.toString());
    }

    /** The gateway's document, which says in front of which suite this one stands. */
    private ObjectNode own() {
        try {
            ObjectNode own = (ObjectNode) json.readTree(ownDocument.getDocument("<default>", Format.JSON));
            own.withArrayProperty("servers")
                    .forEach(server -> ((ObjectNode) server).put("description", environment.description()));
            return own;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The numbers in force here, so that a partner can plan with them before the first 429. */
    private String limits() {
        return limits.quotas().stream()
                .map(quota -> "\n| `%s` | %s | %d | %d s |"
                        .formatted(quota.name(), quota.whose(), quota.requests(), quota.windowSeconds()))
                .collect(Collectors.joining("", LIMITS, ""));
    }

    /** Says where the document may be out of date; nothing about services that are well. */
    private static String note(Service service, ServiceCopies.Copy copy) {
        if (copy.current()) {
            return "";
        }
        Instant takenAt = copy.takenAt();
        return takenAt == null
                ? "\n\n> **" + service.slug() + "** 暂时不可用，其接口未列出。 It is down; its operations are missing here."
                : "\n\n> **" + service.slug() + "** 暂时不可用，所列为 " + TIME.format(takenAt)
                        + " 的版本。 It is down; its operations are shown as of that time.";
    }
}
