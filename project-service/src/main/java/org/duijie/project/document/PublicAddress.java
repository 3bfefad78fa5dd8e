package org.duijie.project.document;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the public finds the suite: what addresses in documents begin with. A document outlives the run that made it, so
 * a service that does not know, or knows something that nobody could follow, does not start.
 */
@Singleton
@Startup
class PublicAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String beginning;

    @Inject
    PublicAddress(@ConfigProperty(name = "duijie.public-url") URI url) {
        boolean plain = url.getHost() != null
                && SCHEMES.contains(String.valueOf(url.getScheme()))
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && !url.getRawPath().endsWith("/");
        if (!plain) {
            throw new IllegalArgumentException(
                    "duijie.public-url (DUIJIE_PUBLIC_URL) is the address at which the public finds the suite, such as"
                            + " https://duijie.example.org, without a slash at its end; not " + url);
        }
        this.beginning = url.toString();
    }

    /** At which anybody who holds the agreement's document finds whether it is genuine. */
    String verification(UUID project, String code) {
        return beginning + "/projects/" + project + "/agreement/" + code;
    }
}
