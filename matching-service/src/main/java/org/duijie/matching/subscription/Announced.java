package org.duijie.matching.subscription;

import java.util.UUID;

/** A subscription was told something; observed after the commit. */
public record Announced(UUID subscription, long lastNumber) {}
