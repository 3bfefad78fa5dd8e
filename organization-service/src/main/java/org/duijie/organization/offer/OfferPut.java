package org.duijie.organization.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param offer the whole of it: what is left out is not kept from before */
@Schema(description = "按自有编号填报或更新 · An offer under its publisher's own reference")
public record OfferPut(@NotNull @Valid OfferRequest offer) {}
