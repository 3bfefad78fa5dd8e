package org.duijie.chassis.identity;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** An application that does not hear of delegations lets no platform act for anybody. */
@DefaultBean
@Singleton
class NoDelegations implements Delegations {

    @Override
    public Map<String, UUID> principals(String platform, Matter matter) {
        return Map.of();
    }
}
