package org.duijie.project.publisher;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of this feature. */
@ConfigMapping(prefix = "duijie.publisher")
interface PublisherConfig {

    /** How many needs a publisher may make or change a day where no office said otherwise. */
    @WithDefault("10000")
    int dailyQuota();
}
