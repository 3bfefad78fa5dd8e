package org.duijie.bench.line;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duijie.sample.data.Divisions;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.data.SampleOrganization;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Seen;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.StreamWatch;
import org.duijie.sample.http.StreamWatch.Arrival;
import org.duijie.sample.load.DelegationLoader;

/** The line through a running suite: one subscriber with one offer listens while needs are published. */
final class Line implements AutoCloseable {
    static final String SUBSCRIBER = "organization-a";

    private static final Duration EVENT_LIMIT = Duration.ofSeconds(60);

    /** When one need went through, on the clock of {@link System#nanoTime()}. */
    record Passage(long asked, long answered, long arrived) {}

    private final Session office;
    private final Session partner;
    private final LocalDate today;
    private final StreamWatch stream;

    Line(Gateway gateway, LocalDate today) {
        this.office = gateway.as("leading-group");
        this.partner = gateway.as("partner");
        this.today = today;
        new DelegationLoader(office, today).load(new Patience(EVENT_LIMIT));
        this.stream = new StreamWatch(gateway.as(SUBSCRIBER), subscribe(gateway, today));
    }

    /** Has an organization open an offer and subscribe to what matches it; gives the path of the stream. */
    static String subscribe(Gateway gateway, LocalDate today) {
        SampleOrganization organization = Organizations.at(0);
        Session office = gateway.as("leading-group");
        Answer registered = office.post(
                        "/organizations", Map.of("creditCode", organization.creditCode(), "name", organization.name()))
                .expect(201);
        office.see("/organizations/" + registered.text("id"))
                .post("verification")
                .expect(200);
        office.post("/offers", BenchNeed.offer(registered.text("id"), today)).expect(201);
        Answer subscription = gateway.as(SUBSCRIBER)
                .post(
                        "/subscriptions",
                        Map.of("organization", organization.creditCode(), "name", "测速", "minimumScore", "0"))
                .expect(201);
        return "/subscriptions/" + subscription.text("id") + "/events";
    }

    /** Writes and submits so many needs, spread over the poor counties; gives their ids. */
    List<String> submit(int count) {
        List<String> counties = Divisions.poorCountyCodes();
        List<String> needs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String county = counties.get(number % counties.size());
            String need = partner.post("/needs", BenchNeed.draft(number, county, today))
                    .expect(201)
                    .text("id");
            partner.see("/needs/" + need).post("submission").expect(200);
            needs.add(need);
        }
        return needs;
    }

    /** A need's JSON as the suite has it: what a row or an event of the same size is. */
    String json(String need) {
        return office.get("/needs/" + need).expect(200).body().toString();
    }

    /** Publishes a need and waits until the subscriber's stream tells of it. */
    Passage publish(String need) {
        Seen submitted = office.see("/needs/" + need);
        long asked = System.nanoTime();
        submitted.post("review", Map.of("decision", "PUBLISH")).expect(200);
        long answered = System.nanoTime();
        Arrival arrival = stream.await(
                        event -> event.data().path("need").path("id").asText().equals(need), EVENT_LIMIT)
                .orElseThrow(() -> new IllegalStateException(
                        "no event within %d s after need %s was published".formatted(EVENT_LIMIT.toSeconds(), need)));
        return new Passage(asked, answered, arrival.atNanos());
    }

    @Override
    public void close() {
        stream.close();
    }
}
