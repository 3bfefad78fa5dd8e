package org.duijie.matching.delivery.endpoint;

/** Whether an endpoint is sent to. */
public enum EndpointStatus {
    /** It is. */
    ACTIVE,
    /** Its owner wants a pause; what happens meanwhile is sent when it ends. */
    PAUSED,
    /** It was given up, see the reason; what happens meanwhile is sent when its owner resumes it. */
    DISABLED
}
