package org.duijie.matching.match;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Matches", description = "排名 · The best matches, best first")
public record MatchesResponse(@Schema(maxItems = 50) List<MatchResponse> items) {}
