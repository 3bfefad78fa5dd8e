package org.duijie.chassis.identity;

import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where no register of delegations is at hand, the identity provider's word in the token counts, in every matter. */
@DefaultBean
@RequestScoped
class TokenDelegations implements Delegations {

    private static final UUID BY_TOKEN = new UUID(0, 0);

    private final SecurityIdentity identity;

    @Inject
    TokenDelegations(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Map<String, UUID> principals(String platform, Matter matter) {
        return Stream.of("divisions", "organizations")
                .flatMap(this::claim)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(code -> code, code -> BY_TOKEN));
    }

    private Stream<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof JsonArray codes
                ? codes.getValuesAs(JsonString::getString).stream()
                : Stream.empty();
    }
}
