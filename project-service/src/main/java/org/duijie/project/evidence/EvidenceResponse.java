package org.duijie.project.evidence;

import java.time.Instant;
import org.duijie.project.evidence.EvidenceStore.Named;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of a file of evidence. */
@Schema(name = "EvidenceFile")
public record EvidenceResponse(
        @Schema(
                description = "Of the file as it is kept, without metadata: its name in reports",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(examples = "image/jpeg") String mediaType,
        @Schema(examples = "248113") int bytes,
        @Schema(examples = "图书到校签收单") String title,
        Instant handedInAt) {

    static EvidenceResponse of(Named named) {
        return new EvidenceResponse(named.sha256(), named.mediaType(), named.bytes(), named.title(), named.at());
    }
}
