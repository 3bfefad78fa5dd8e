package org.duijie.matching.delivery.endpoint;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What secrets are sealed with. */
@ConfigMapping(prefix = "duijie.delivery.vault")
interface VaultConfig {

    /** The id of the key that new secrets are sealed with. */
    String currentKey();

    /** Keys by their ids: 32 bytes each, in base64. One that was current before stays until all is sealed anew. */
    Map<String, String> keys();
}
