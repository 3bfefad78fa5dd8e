package org.duijie.matching.pairing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Pairings")
public record PairingsResponse(@Schema(maxItems = 1000) List<PairingResponse> items) {}
