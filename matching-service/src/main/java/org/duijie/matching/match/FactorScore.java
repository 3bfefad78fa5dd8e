package org.duijie.matching.match;

import org.duijie.chassis.text.Text;
import org.duijie.matching.policy.Factor;

/**
 * One factor's part in a score.
 *
 * @param present whether it could be measured
 * @param ppm its value in [0, 1], in parts per million
 * @param weight by the policy
 * @param contributionPpm what it adds to the score; the contributions add up to the score exactly
 */
public record FactorScore(Factor factor, boolean present, int ppm, int weight, int contributionPpm, Text sentence) {}
