package org.duijie.organization.offer;

import java.math.BigDecimal;

/**
 * A part of one line of an offer.
 *
 * @param line its place among the offer's items, from 0; a line of which something is spoken for keeps its place
 * @param quantity greater than zero, in the line's unit
 */
public record Share(int line, BigDecimal quantity) {}
