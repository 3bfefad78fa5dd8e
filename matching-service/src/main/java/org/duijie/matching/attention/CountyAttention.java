package org.duijie.matching.attention;

/**
 * What one county needs, and how much attention it gets.
 *
 * @param divisionCode GB/T 2260
 * @param needs how many open needs it has
 * @param needValueFen what they are worth
 * @param needSharePpm its share of all that is needed: the mean of its shares by count and by value
 * @param places how often its needs stand among the ten best of an offer, were no county lifted
 * @param exposureSharePpm those as a share of all such places
 * @param liftedSharePpm the same share as rankings are now
 * @param lackPpm how much less than its share it got, in steps: what lifts it
 */
public record CountyAttention(
        String divisionCode,
        int needs,
        long needValueFen,
        int needSharePpm,
        long places,
        int exposureSharePpm,
        int liftedSharePpm,
        int lackPpm) {}
