package org.duijie.organization.offer;

import java.math.BigDecimal;

/**
 * One thing that an agreement in the making wants of an offer.
 *
 * @param resourceCode dotted, as narrow as the need names it
 * @param quantity greater than zero, in {@code unit}
 * @param valueFen what the two sides hold the whole of it to be worth, in fen
 */
public record Wanted(String resourceCode, String unit, BigDecimal quantity, long valueFen) {}
