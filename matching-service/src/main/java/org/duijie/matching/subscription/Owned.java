package org.duijie.matching.subscription;

import java.util.UUID;

/** Something that an organization has of its own: a subscription, or a way in which its streams are delivered. */
public interface Owned {

    UUID id();

    /** Credit code. */
    String organization();
}
