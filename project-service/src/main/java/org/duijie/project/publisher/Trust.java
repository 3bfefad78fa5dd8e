package org.duijie.project.publisher;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens to what a publisher hands in. */
@Schema(name = "PublisherTrust", examples = "REVIEWED")
public enum Trust {
    /** It is refused. */
    BLOCKED,
    /** Another office reviews it. So it is for whomever nobody decided about. */
    REVIEWED,
    /** It is published at once: the office that gave this trust stands for it as a reviewer would. */
    TRUSTED
}
