package org.duijie.chassis.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the framework's check of tokens, which is asked for those alone that are not known to be good: its way
 * through tenants and providers costs more than all that a gateway does with a request besides.
 */
@Singleton
class TokenAuthentication implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism check;
    private final GoodTokens tokens;

    @Inject
    TokenAuthentication(OidcAuthenticationMechanism check, GoodTokens tokens) {
        this.check = check;
        this.tokens = tokens;
    }

    @Override
    public int getPriority() {
        return check.getPriority() + 1;
    }

    /** Who it is; nobody where the request has no token. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        @Nullable String authorization = request.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        return authorization == null
                ? Uni.createFrom().nullItem()
                : tokens.authenticate(authorization, () -> check.authenticate(request, providers));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return check.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return check.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return check.getCredentialTransport(request);
    }
}
