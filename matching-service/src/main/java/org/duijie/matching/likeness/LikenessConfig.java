package org.duijie.matching.likeness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and how often texts are read. */
@ConfigMapping(prefix = "duijie.matching.likeness")
interface LikenessConfig {

    /** Off, no text is read and the factor is absent for every pair: for machines that the model does not run on. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked whether there is anything to read. */
    String every();
}
