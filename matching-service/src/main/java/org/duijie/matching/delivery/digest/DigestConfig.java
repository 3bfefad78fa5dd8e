package org.duijie.matching.delivery.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mail goes out; the server itself is {@code quarkus.mailer}. */
@ConfigMapping(prefix = "duijie.delivery.mail")
interface DigestConfig {

    /** Whether there is a mail server at all. */
    @WithDefault("false")
    boolean enabled();

    /** What addresses in mails begin with: where readers reach the gateway. */
    @WithDefault("http://localhost:8080")
    String publicUrl();
}
