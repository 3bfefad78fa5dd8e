package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duijie.sample.data.Blemish;
import org.duijie.sample.data.SampleOrganization;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Seen;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.UnavailableException;

/** Brings in organizations as the leading-group office: registered, with their standing, verified. */
final class OrganizationLoader {
    private record Registration(String creditCode, String name, List<String> relatedParties) {}

    private record Suspension(String reason) {}

    private final Session office;
    private final LocalDate today;
    private final Known known = new Known();

    OrganizationLoader(Session office, LocalDate today) {
        this.office = office;
        this.today = today;
    }

    void readExisting(Patience patience) {
        Listing.read(
                office,
                patience,
                "/organizations",
                found -> known.put(found.path("creditCode").asText(), found));
    }

    int existing() {
        return known.size();
    }

    /** Verification comes last: a verified organization has everything that comes before. */
    Outcome load(SampleOrganization organization) {
        try {
            Optional<State> found = find(organization);
            if (found.isPresent() && !found.get().is("REGISTERED")) {
                return Outcome.FOUND;
            }
            Seen registered = found.map(state -> office.see(path(state))).orElseGet(() -> register(organization));
            Seen stated = registered.after(
                    registered.put("standing", organization.standing(today)).expect(200));
            keep(organization, stated.post("verification").expect(200).body());
            return Outcome.LOADED;
        } catch (UnavailableException e) {
            known.doubt(organization.creditCode());
            throw e;
        }
    }

    /** Suspends those whose blemish says so. Only then: a suspended organization opens no offers. */
    Outcome suspend(SampleOrganization organization) {
        State state = find(organization).orElseThrow();
        if (organization.blemish() != Blemish.SUSPENDED || !state.is("VERIFIED")) {
            return Outcome.FOUND;
        }
        try {
            keep(
                    organization,
                    office.see(path(state))
                            .post("suspension", new Suspension("样例：被责令限期停止活动"))
                            .expect(200)
                            .body());
            return Outcome.LOADED;
        } catch (UnavailableException e) {
            known.doubt(organization.creditCode());
            throw e;
        }
    }

    /** The id that the suite gave to a loaded organization. */
    String idOf(SampleOrganization organization) {
        return find(organization)
                .orElseThrow(() -> new IllegalStateException("not loaded: " + organization.name()))
                .id();
    }

    private Seen register(SampleOrganization organization) {
        Registration registration =
                new Registration(organization.creditCode(), organization.name(), organization.relatedParties());
        Answer registered = office.post("/organizations", registration).expect(201);
        return office.seen(path(keep(organization, registered.body())), registered);
    }

    private static String path(State state) {
        return "/organizations/" + state.id();
    }

    private Optional<State> find(SampleOrganization organization) {
        return known.get(organization.creditCode(), () -> {
            JsonNode items = office.get("/organizations?creditCode=" + organization.creditCode())
                    .expect(200)
                    .body()
                    .path("items");
            return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
        });
    }

    private State keep(SampleOrganization organization, JsonNode entity) {
        return known.put(organization.creditCode(), entity);
    }
}
