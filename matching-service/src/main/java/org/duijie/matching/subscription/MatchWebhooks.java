package org.duijie.matching.subscription;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duijie.chassis.openapi.FilterOrder;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Says ahead how the entries of a subscription's stream will come to a receiver that is called: as Standard Webhooks. They
 * are not sent yet, and each says so; a receiver can be written against them, and read the stream until then.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = FilterOrder.WEBHOOKS)
public class MatchWebhooks implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PREFIX = "MATCH_";
    private static final String NOTICE = "MatchNotice";
    private static final String PLANNED = """
            Planned, not sent yet: until then GET /subscriptions/{id}/events brings the same entries under the same \
            numbers. A Standard Webhooks 1.0 call: answer with any 2xx within 15 s; what is not taken is sent again under \
            the same webhook-id.""";
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_SIGNATURES = 1_000;

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(NOTICE, notice());
        for (MatchEventType type : MatchEventType.values()) {
            api.addWebhook("match" + verb(type), OASFactory.createPathItem().POST(call(type)));
        }
    }

    private static Operation call(MatchEventType type) {
        return OASFactory.createOperation()
                .operationId("receiveMatch" + verb(type))
                .summary("匹配事件 · A match " + verb(type).toLowerCase(Locale.ROOT))
                .description("Sent with type " + sentAs(type) + ". " + PLANNED)
                .tags(List.of("subscriptions"))
                .extensions(Map.of("x-status", "planned"))
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
                                        OASFactory.createMediaType().schema(noticeOf(type)))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("Taken"))
                        .addAPIResponse(
                                "410",
                                OASFactory.createAPIResponse()
                                        .description("Gone: nothing more is sent to this address")));
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

    /** {@code Began} */
    private static String verb(MatchEventType type) {
        String verb = type.name().substring(PREFIX.length());
        return verb.charAt(0) + verb.substring(1).toLowerCase(Locale.ROOT);
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
