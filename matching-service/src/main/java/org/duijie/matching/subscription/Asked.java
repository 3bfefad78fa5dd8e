package org.duijie.matching.subscription;

import java.util.UUID;

/** What a subscription asks for. */
sealed interface Asked permits Wish, Watch {

    /** The subscription's. */
    UUID id();

    /** Whose it is, by credit code. */
    String organization();
}
