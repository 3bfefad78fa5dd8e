package org.duijie.matching.proposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody is waited for. */
@ConfigMapping(prefix = "duijie.proposal")
interface ProposalConfig {

    /** How often the clock looks. */
    @WithDefault("1m")
    String sweepEvery();

    /** A side that is silent for so long is reminded, and again after so long. */
    @WithDefault("72h")
    Duration remindAfter();

    /** The office above a side that is silent for so long is told. */
    @WithDefault("168h")
    Duration escalateAfter();

    /** A service that has not answered for so long is asked again. */
    @WithDefault("10m")
    Duration askAgainAfter();
}
