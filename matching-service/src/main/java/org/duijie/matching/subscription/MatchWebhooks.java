package org.duijie.matching.subscription;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Says how the entries of a subscription's stream, and what goes with them, come to the webhook endpoints of its
 * organization: as Standard Webhooks.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.WEBHOOKS)
public class MatchWebhooks implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String NOTICE = "MatchNotice";
    private static final String MANNER = """
            A Standard Webhooks 1.0 call: answer with any 2xx within 15 s; what is not taken is sent again under the same \
            webhook-id, over three days. GET /subscriptions/{id}/events brings the same entries under the same numbers.""";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_SIGNATURES = 1_000;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(NOTICE, notice());
        for (MatchEventType type : MatchEventType.values()) {
            api.addWebhook(
                    name(type),
                    call(
                            "receive" + name(type).substring(0, 1).toUpperCase(Locale.ROOT)
                                    + name(type).substring(1),
                            type.label().zh() + " · " + type.label().en(),
                            "Sent with type " + sentAs(type) + ". " + MANNER,
                            noticeOf(type)));
        }
        api.addWebhook(
                "streamManifest",
                call(
                        "receiveStreamManifest",
                        "每日清单 · What a stream was told on a day",
                        "Sent with type stream.manifest when a day is over; GET /subscriptions/{id}/manifests brings the same.",
                        message("stream.manifest", "manifest", "StreamManifest")));
        api.addWebhook(
                "endpointDisabled",
                call(
                        "receiveEndpointDisabled",
                        "端点已停用 · Another endpoint of the organization was disabled",
                        "Sent with type endpoint.disabled; GET /webhook-endpoints/notices brings the same.",
                        message("endpoint.disabled", "notice", "WebhookNotice")));
        api.addWebhook(
                "messageAbandoned",
                call(
                        "receiveMessageAbandoned",
                        "消息已放弃 · Another endpoint of the organization never took a message",
                        "Sent with type message.abandoned; GET /webhook-endpoints/notices brings the same.",
                        message("message.abandoned", "notice", "WebhookNotice")));
        api.addWebhook(
                "endpointTest",
                call(
                        "receiveEndpointTest",
                        "测试消息 · The owner tries the endpoint",
                        "Sent with type endpoint.test when POST /webhook-endpoints/{id}/test asks for it.",
                        message("endpoint.test", "endpoint", "UUID")));
    }

    private static PathItem call(String id, String summary, String description, Schema body) {
        return OASFactory.createPathItem().POST(operation(id, summary, description, body));
    }

    private static Operation operation(String id, String summary, String description, Schema body) {
        return OASFactory.createOperation()
                .operationId(id)
                .summary(summary)
                .description(description)
                .tags(List.of("webhooks"))
                .security(List.of(OASFactory.createSecurityRequirement()))
                .parameters(List.of(
                        header(
                                "webhook-id",
                                "The notice, the same each time that it is sent: what was dealt with need not be again",
                                "msg_01890a5dac96774bbcceb302099a8057",
                                text("^[A-Za-z0-9_-]+$", LONGEST_ID)),
                        header(
                                "webhook-timestamp",
                                "When this attempt was made, in seconds since 1970; refuse what is five minutes off",
                                1_795_422_600,
                                OASFactory.createSchema().addType(SchemaType.INTEGER)),
                        header(
                                "webhook-signature",
                                "HMAC-SHA256 of `{webhook-id}.{webhook-timestamp}.{body}`; while a secret is changed,"
                                        + " one by each, with a space between",
                                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                                text("^v1a?,[A-Za-z0-9+/=]+( v1a?,[A-Za-z0-9+/=]+)*$", LONGEST_SIGNATURES))))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .description("What happened, and to which subscription")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(body))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("Taken"))
                        .addAPIResponse(
                                "410",
                                OASFactory.createAPIResponse()
                                        .description("Gone: nothing more is sent to this address")));
    }

    /** What is no entry of a stream: one thing under its name. */
    private static Schema message(String type, String name, String schema) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("type", "timestamp", "data"))
                .addProperty("type", OASFactory.createSchema().constValue(type))
                .addProperty("timestamp", OASFactory.createSchema().ref(SCHEMAS + "Instant"))
                .addProperty(
                        "data",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .required(List.of(name))
                                .addProperty(name, OASFactory.createSchema().ref(SCHEMAS + schema)));
    }

    /** Any notice, with the one type that this webhook is called with. */
    private static Schema noticeOf(MatchEventType type) {
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(SCHEMAS + NOTICE))
                .addAllOf(OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("type", OASFactory.createSchema().constValue(sentAs(type))));
    }

    private static Schema notice() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("匹配通知 · An entry of a subscription's stream, sent to its receiver")
                .required(List.of("type", "timestamp", "data"))
                .addProperty(
                        "type",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .enumeration(Arrays.stream(MatchEventType.values())
                                        .<Object>map(MatchWebhooks::sentAs)
                                        .toList()))
                .addProperty("timestamp", OASFactory.createSchema().ref(SCHEMAS + "Instant"))
                .addProperty(
                        "data",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .required(List.of("subscription", "event"))
                                .addProperty(
                                        "subscription",
                                        OASFactory.createSchema().ref(SCHEMAS + "UUID"))
                                .addProperty("event", OASFactory.createSchema().ref(SCHEMAS + "MatchEvent")));
    }

    /** {@code matchBegan} */
    private static String name(MatchEventType type) {
        String[] words = type.name().split("_", 2);
        return words[0].toLowerCase(Locale.ROOT)
                + words[1].charAt(0)
                + words[1].substring(1).toLowerCase(Locale.ROOT);
    }

    /** {@code match.began}: Standard Webhooks has full stops between the words. */
    private static String sentAs(MatchEventType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static Schema text(String pattern, int longest) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .pattern(pattern)
                .maxLength(longest);
    }

    private static Parameter header(String name, String description, Object example, Schema schema) {
        return OASFactory.createParameter()
                .in(In.HEADER)
                .name(name)
                .required(true)
                .description(description)
                .example(example)
                .schema(schema);
    }
}
