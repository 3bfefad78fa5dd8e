package org.duijie.matching.delivery.manifest;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "StreamManifest",
        description =
                "每日清单 · What a stream was told on a day of Asia/Shanghai. Each begins with the number after the last one of the"
                        + " day before, so that together they hold every event once")
public record ManifestResponse(
        UUID subscription,
        LocalDate day,

        @Schema(examples = "12", minimum = "0") long count,

        @Schema(examples = "31", minimum = "1", description = "当日第一个编号 · Absent on a day without events") @Nullable
        Long first,

        @Schema(examples = "42", minimum = "0", description = "至此的最后编号 · The last number by the end of that day")
        long last,

        @Schema(
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                pattern = "[0-9a-f]{64}",
                description =
                        "SHA-256, in hex, of one line for each event in the order of numbers, in UTF-8, each with a line feed:"
                                + " number,type,need.id,offer.id,score; of what is watched number,type,id,,")
        String hash) {}
