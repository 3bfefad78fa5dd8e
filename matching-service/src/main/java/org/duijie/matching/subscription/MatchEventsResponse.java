package org.duijie.matching.subscription;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param last the number of the last event there is, on this page or beyond it; 0 before the first */
@Schema(name = "MatchEvents", description = "匹配事件 · Entries in order; last is the newest number there is")
record MatchEventsResponse(
        @Schema(maxItems = 200) List<MatchEventResponse> items,
        @Schema(examples = "42", minimum = "0") long last) {}
