package org.duijie.chassis.rowsecurity;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.rowsecurity.RowScope.Reach;
import org.jspecify.annotations.Nullable;

/** The scope of one request, worked out once however many connections it takes. */
@RequestScoped
class CallerScope {

    private final CurrentVertxRequest http;
    private final CurrentUser user;
    private @Nullable RowScope scope;

    @Inject
    CallerScope(CurrentVertxRequest http, CurrentUser user) {
        this.http = http;
        this.user = user;
    }

    RowScope scope() {
        RowScope known = scope;
        if (known == null) {
            known = determine();
            scope = known;
        }
        return known;
    }

    private RowScope determine() {
        if (http.getCurrent() == null) {
            // A request context without a request: the clock and the listeners are given one too.
            return RowScope.OF_SYSTEM;
        }
        if (user.anonymous()) {
            return RowScope.OF_PUBLIC;
        }
        return new RowScope(
                reach(),
                user.has(Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM) ? inAnyMatter(user::divisions) : Set.of(),
                user.has(Role.SUPERIOR_OFFICE) ? user.divisions() : Set.of(),
                user.has(Role.ORGANIZATION, Role.PARTNER_PLATFORM) ? inAnyMatter(user::organizations) : Set.of(),
                user.id(),
                user.has(Role.PARTNER_PLATFORM) ? user.platform() : "");
    }

    private Reach reach() {
        if (user.has(Role.LEADING_GROUP)) {
            return Reach.ALL;
        }
        return user.has(Role.SUPERVISOR) ? Reach.READER : Reach.TENANT;
    }

    /** Which matter a row belongs to the second wall does not ask; the first one does. */
    private static Set<String> inAnyMatter(Function<Matter, Set<String>> codes) {
        return EnumSet.allOf(Matter.class).stream()
                .flatMap(matter -> codes.apply(matter).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
