package org.duijie.chassis.identity;

import java.util.Map;
import java.util.UUID;

/** Who lets which platform act for them. */
public interface Delegations {

    /**
     * Those who let the platform act for them in a matter at this moment.
     *
     * @param platform the client id of the platform
     * @return division codes and credit codes, which cannot be mistaken for each other, each with the id of the
     *     delegation that says so
     */
    Map<String, UUID> principals(String platform, Matter matter);
}
