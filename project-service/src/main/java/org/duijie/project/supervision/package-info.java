/**
 * What looks wrong by published rules, what supervisors found, and what was put right.
 *
 * <p>Read {@link org.duijie.project.supervision.RiskRule} first, then {@link org.duijie.project.supervision.Finding}.
 */
@NullMarked
package org.duijie.project.supervision;

import org.jspecify.annotations.NullMarked;
