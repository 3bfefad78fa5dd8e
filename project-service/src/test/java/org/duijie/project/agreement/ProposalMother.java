package org.duijie.project.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Proposals as matching-service would tell of them. */
public final class ProposalMother {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode state;

    private ProposalMother(ObjectNode state) {
        this.state = state;
    }

    /** One whose capacity is reserved: 200 books and 1000 yuan. */
    public static ProposalMother aProposal(String need) {
        try (InputStream example =
                Objects.requireNonNull(ProposalMother.class.getResourceAsStream("/proposal/reserved.json"))) {
            ObjectNode state = (ObjectNode) JSON.readTree(example);
            state.put("id", UUID.randomUUID().toString());
            state.put("needId", need);
            return new ProposalMother(state);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Puts a JSON value in the place of a member. */
    public ProposalMother with(String member, String json) {
        try {
            JsonNode value = JSON.readTree(json);
            state.set(member, value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Takes on so much of the first item and nothing else. */
    public ProposalMother ofBooks(int quantity) {
        state.remove("pledges");
        return with(
                "items",
                "[{\"item\":0,\"quantity\":\"%d\",\"value\":{\"amount\":\"%d.00\",\"currency\":\"CNY\"}}]"
                        .formatted(quantity, quantity * 25));
    }

    public String id() {
        return state.path("id").asText();
    }

    public String json() {
        return state.toString();
    }

    /** Tells of it. */
    public String tell() {
        return tell(UUID.randomUUID());
    }

    /** Tells of it as this event. */
    public String tell(UUID event) {
        String type = "org.duijie.proposal." + state.path("status").asText().toLowerCase(java.util.Locale.ROOT) + ".v1";
        tell("duijie.proposal", type, id(), state.path("version").asText(), event, state.toString());
        return id();
    }

    /** Tells of an organization as organization-service would. */
    public static void tellOrganization(String creditCode, String status, int version) {
        String subject = UUID.nameUUIDFromBytes(creditCode.getBytes(UTF_8)).toString();
        String organization = """
                {"id":"%s","version":%d,"creditCode":"%s","name":"样例","status":"%s","relatedParties":[],
                 "standing":{"inspections":[],"abnormalListings":[],"blacklistings":[]}}
                """.formatted(subject, version, creditCode, status);
        tell(
                "duijie.organization",
                "org.duijie.organization.suspended.v1",
                subject,
                Integer.toString(version),
                UUID.randomUUID(),
                organization);
    }

    private static void tell(String topic, String type, String subject, String version, UUID event, String json) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "acks",
                "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, subject, json.getBytes(UTF_8));
            Map<String, String> headers = Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    event.toString(),
                    "ce_source",
                    "/elsewhere",
                    "ce_type",
                    type,
                    "ce_subject",
                    subject,
                    "ce_time",
                    "2027-06-01T02:00:00Z",
                    "ce_sequence",
                    version);
            headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
