package org.duijie.sample.load;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.duijie.sample.data.Divisions;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;

/** Lets the partner platform act for the poor counties and some organizations: by its token alone it may do nothing. */
public final class DelegationLoader {
    private static final String PLATFORM = "partner";
    private static final int MONTHS = 6;
    private static final int CONFLICT = 409;

    /** The organizations of the sample that act through the platform. */
    private static final List<Integer> ORGANIZATIONS = List.of(2, 3, 4);

    private record Delegation(
            Map<String, String> principal,
            String platform,
            List<String> matters,
            LocalDate validUntil,
            String reason) {}

    private final Session office;
    private final LocalDate today;
    private final Set<String> known = new HashSet<>();

    /** @param office the leading-group office, which may delegate in anybody's place */
    public DelegationLoader(Session office, LocalDate today) {
        this.office = office;
        this.today = today;
    }

    /** Grants whatever is not in force already. */
    public void load(Patience patience) {
        Listing.read(
                office,
                patience,
                "/delegations?status=ACTIVE&platform=" + PLATFORM,
                found -> known.add(found.path("principal").elements().next().asText()));
        Stream.concat(
                        Divisions.poorCountyCodes().stream().map(code -> ofCounty(code)),
                        ORGANIZATIONS.stream()
                                .map(number ->
                                        ofOrganization(Organizations.at(number).creditCode())))
                .filter(delegation -> !known.containsAll(delegation.principal().values()))
                .forEach(delegation -> patience.until(() -> grant(delegation)));
    }

    private Outcome grant(Delegation delegation) {
        Answer answer = office.post("/delegations", delegation);
        if (answer.status() == CONFLICT) {
            // The grant whose answer was lost.
            return Outcome.FOUND;
        }
        answer.expect(201);
        return Outcome.LOADED;
    }

    private Delegation ofCounty(String code) {
        return delegation(Map.of("divisionCode", code), List.of("NEEDS", "PROPOSALS"));
    }

    private Delegation ofOrganization(String creditCode) {
        return delegation(Map.of("creditCode", creditCode), List.of("OFFERS", "SUBSCRIPTIONS"));
    }

    private Delegation delegation(Map<String, String> principal, List<String> matters) {
        return new Delegation(principal, PLATFORM, matters, today.plusMonths(MONTHS), "样例：委托平台代办");
    }
}
