package org.duijie.chassis.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller, read from the verified access token: roles from {@code groups}, counties and offices from
 * {@code divisions} (GB/T 2260 codes), organizations from {@code organizations} (unified social credit codes). For whom
 * a platform acts its token does not say: that is what {@link Delegations} knows.
 */
@RequestScoped
public class CurrentUser {

    private static final int DIVISION_CODE_LENGTH = 6;
    private static final int CREDIT_CODE_LENGTH = 18;

    private final SecurityIdentity identity;
    private final Delegations delegations;

    /** Read once: the library answers every question for a claim it has no name for by way of an exception. */
    private final Map<String, Set<String>> claims = new HashMap<>();

    @Inject
    public CurrentUser(SecurityIdentity identity, Delegations delegations) {
        this.identity = identity;
        this.delegations = delegations;
    }

    public boolean anonymous() {
        return identity.isAnonymous();
    }

    /** The token's stable subject; empty for the public. */
    public String id() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(role -> identity.hasRole(role.name()));
    }

    /**
     * Refuses a caller who has none of these roles.
     *
     * @throws org.duijie.chassis.problem.ProblemException 401 for the public, 403 for everybody else
     */
    public void require(Role... anyOf) {
        if (!has(anyOf)) {
            throw refusal();
        }
    }

    /** Refuses the caller: 401 where signing in could help, 403 where it could not. */
    public RuntimeException refusal() {
        return anonymous()
                ? AccessProblem.UNAUTHENTICATED.problem().withHeader("WWW-Authenticate", "Bearer")
                : AccessProblem.FORBIDDEN.problem();
    }

    /** The client id by which a platform is known to those who delegate to it. */
    public String platform() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return id();
        }
        Object client = token.getClaim("azp");
        return client == null ? id() : client.toString();
    }

    /** The division codes that the caller stands for as an office; a platform stands for none by itself. */
    public Set<String> divisions() {
        return has(Role.PARTNER_PLATFORM) ? Set.of() : claim("divisions");
    }

    /** The counties for which the caller acts in a matter: its own, or those that delegated it to a platform. */
    public Set<String> divisions(Matter matter) {
        return has(Role.PARTNER_PLATFORM) ? principals(matter, DIVISION_CODE_LENGTH) : divisions();
    }

    /** The credit codes of the organizations for which the caller acts in a matter. */
    public Set<String> organizations(Matter matter) {
        return has(Role.PARTNER_PLATFORM) ? principals(matter, CREDIT_CODE_LENGTH) : claim("organizations");
    }

    /** The delegation by which a platform acts for this county or organization; empty for everybody else. */
    public Optional<UUID> delegation(String principal, Matter matter) {
        return has(Role.PARTNER_PLATFORM)
                ? Optional.ofNullable(delegations.principals(platform(), matter).get(principal))
                : Optional.empty();
    }

    /** May the caller speak for this county? */
    public boolean actsForDivision(String code, Matter matter) {
        return has(Role.LEADING_GROUP)
                || (has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM)
                        && divisions(matter).contains(code));
    }

    /** Is the caller an office above this division (never the division itself)? */
    public boolean oversees(String code) {
        return has(Role.LEADING_GROUP)
                || (has(Role.SUPERIOR_OFFICE)
                        && divisions().stream().anyMatch(own -> !own.equals(code) && covers(own, code)));
    }

    /** May the caller speak for the organization with this credit code? */
    public boolean actsForOrganization(String creditCode, Matter matter) {
        return has(Role.LEADING_GROUP)
                || (has(Role.ORGANIZATION, Role.PARTNER_PLATFORM)
                        && organizations(matter).contains(creditCode));
    }

    public boolean readsEverything() {
        return has(Role.LEADING_GROUP, Role.SUPERVISOR);
    }

    /** GB/T 2260 codes are read in pairs of digits: 130000 covers 130700 covers 130722, and each covers itself. */
    private static boolean covers(String upper, String code) {
        return code.startsWith(upper.replaceFirst("(00)+$", ""));
    }

    private Set<String> principals(Matter matter, int length) {
        return delegations.principals(platform(), matter).keySet().stream()
                .filter(code -> code.length() == length)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> claim(String name) {
        return claims.computeIfAbsent(name, this::read);
    }

    private Set<String> read(String name) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Set.of();
        }
        Object values = token.getClaim(name);
        return values instanceof JsonArray array
                ? array.getValuesAs(JsonString::getString).stream().collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
