package org.duijie.project.intake;

import org.duijie.chassis.problem.ProblemException;
import org.duijie.project.publishing.NeedPut;
import org.jspecify.annotations.Nullable;

/**
 * A line after reading: either something to take, or why not.
 *
 * @param number from 1, as people count
 * @param reference absent where none could be read
 * @param put present unless there is a refusal
 */
record ReadLine(
        int number,
        @Nullable String reference,
        @Nullable NeedPut put,
        @Nullable ProblemException refusal) {}
