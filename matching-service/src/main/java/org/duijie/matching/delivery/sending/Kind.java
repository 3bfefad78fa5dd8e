package org.duijie.matching.delivery.sending;

/** What a message is about. */
public enum Kind {
    /** An event of a stream. */
    EVENT,
    /** The manifest of a stream's day. */
    MANIFEST,
    /** Something that the owner must know of one of its endpoints. */
    NOTICE,
    /** The owner tries the endpoint. */
    TEST
}
