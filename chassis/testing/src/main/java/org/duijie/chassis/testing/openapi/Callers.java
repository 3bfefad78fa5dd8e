package org.duijie.chassis.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.testing.openapi.Caller.Side;

/** Callers of every role, on the side of what the fixtures make and on another. */
public final class Callers {

    private final List<Caller> all;

    private Callers(List<Caller> all) {
        this.all = List.copyOf(all);
    }

    /**
     * A county, an office above it, and organizations: the side that a thing belongs to.
     *
     * @param division a county's code
     * @param office the code of a division above that county
     * @param creditCodes of organizations for which one account acts
     */
    public record Party(String division, String office, List<String> creditCodes) {

        public Party(String division, String office, String creditCode) {
            this(division, office, List.of(creditCode));
        }
    }

    /** These and nobody else. */
    public static Callers of(List<Caller> all) {
        return new Callers(all);
    }

    /** @param own whom the fixtures' things belong to */
    public static Callers of(Party own, Party foreign) {
        List<Caller> all = new ArrayList<>();
        all.add(new Caller(Caller.PUBLIC, Side.UNBOUND, null));
        all.addAll(of(own, Side.OWN));
        all.addAll(of(foreign, Side.FOREIGN));
        all.add(new Caller("SUPERVISOR", Side.UNBOUND, Tokens.supervisor()));
        all.add(new Caller("LEADING_GROUP", Side.UNBOUND, Tokens.leadingGroup()));
        return new Callers(all);
    }

    private static List<Caller> of(Party party, Side side) {
        return List.of(
                new Caller("COUNTY_BUREAU", side, Tokens.countyBureau(party.division())),
                new Caller("SUPERIOR_OFFICE", side, Tokens.superiorOffice(party.office())),
                new Caller(
                        "ORGANIZATION",
                        side,
                        Tokens.organization(party.creditCodes().toArray(String[]::new))),
                new Caller(
                        "PARTNER_PLATFORM",
                        side,
                        Tokens.partnerPlatform(List.of(party.division()), party.creditCodes())));
    }

    public List<Caller> all() {
        return all;
    }

    /** Everybody's role, once each. */
    public List<String> roles() {
        return all.stream().map(Caller::role).distinct().toList();
    }

    public Caller leadingGroup() {
        return own("LEADING_GROUP");
    }

    /** The caller of that role on the side that things belong to. */
    public Caller own(String role) {
        return all.stream()
                .filter(caller -> caller.role().equals(role) && caller.side() != Side.FOREIGN)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No caller has the role " + role));
    }
}
