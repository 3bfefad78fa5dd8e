package org.duijie.organization.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Matching and project-service, as far as reservations hear of them: tells proposals and projects as they do. */
public final class ProposalPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                    "acks",
                    "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A proposal that wants so many of the books of {@code OfferBody.anOffer}. */
    public record Proposal(UUID id, String offer, String creditCode, int books) {

        public static Proposal of(String offer, String creditCode, int books) {
            return new Proposal(UUID.randomUUID(), offer, creditCode, books);
        }

        private String state(long version, String status, String stage) {
            return """
                    {"id":"%s","version":%d,"status":"%s","stage":"%s","needId":"%s","needTitle":"图书角",
                     "divisionCode":"130722","offerId":"%s","organization":{"creditCode":"%s"},"byInvitation":true,
                     "items":[{"item":2,"resourceCode":"GOODS.BOOKS.PRIMARY","unit":"册","quantity":"%d",
                               "value":{"amount":"20.00","currency":"CNY"}}]}""".formatted(
                            id,
                            version,
                            status,
                            stage,
                            UUID.nameUUIDFromBytes(offer.getBytes(UTF_8)),
                            offer,
                            creditCode,
                            books);
        }
    }

    public void accepted(Proposal proposal, long version) {
        tell(proposal, version, "accepted", "ACCEPTED", "AWAITING_RESERVATION");
    }

    public void agreed(Proposal proposal, long version) {
        tell(proposal, version, "agreed", "AGREED", "CONCLUDED");
    }

    public void refused(Proposal proposal, long version) {
        tell(proposal, version, "refused", "REFUSED", "CONCLUDED");
    }

    public void tell(Proposal proposal, long version, String verb, String status, String stage) {
        send("proposal", verb, proposal.id(), version, proposal.state(version, status, stage), UUID.randomUUID());
    }

    /** @param books how many were never delivered */
    public void terminated(Proposal proposal, int books) {
        String termination = """
                "termination":{"reason":"项目终止","released":[{"item":2,"quantity":"%d"}]},""".formatted(books);
        project(proposal, 9, "released", "TERMINATED", termination, "VERIFIED");
    }

    /** @param more members that only this state has, each with a comma behind it */
    public void project(Proposal proposal, long version, String verb, String status, String more, String standing) {
        send(
                "project",
                verb,
                proposal.id(),
                version,
                """
                {"id":"%s","version":%d,"status":"%s",%s"organization":{"creditCode":"%s"},
                 "milestones":[{"number":1,"title":"到校","dueOn":"2027-05-31","reachedOn":"2027-05-30"},
                               {"number":2,"title":"培训","dueOn":"2027-06-30","reachedOn":"2027-07-02"},
                               {"number":3,"title":"回访","dueOn":"2027-12-31"}],
                 "money":{"standing":"%s"}}""".formatted(proposal.id(), version, status, more, proposal.creditCode(), standing),
                UUID.randomUUID());
    }

    /** @param eventId the same id makes it the same event */
    public void send(String aggregate, String verb, UUID subject, long version, String state, UUID eventId) {
        var message = new ProducerRecord<>("duijie." + aggregate, subject.toString(), state.getBytes(UTF_8));
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", "/test");
        headers.put("ce_type", "org.duijie." + aggregate + "." + verb + ".v1");
        headers.put("ce_subject", subject.toString());
        headers.put("ce_time", "2026-11-26T04:00:00Z");
        headers.put("ce_sequence", Long.toString(version));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        producer.send(message);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
