package org.duijie.matching.delivery.digest;

/** Whether a digest is mailed. */
enum DigestStatus {
    /** The address has been sent a code, and nothing else until somebody who reads its mail says it. */
    UNCONFIRMED,
    ACTIVE,
    /** The address took nothing for three days, or the platform that made it no longer acts for the organization. */
    DISABLED
}
