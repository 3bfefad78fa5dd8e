package org.duijie.project.need;

import java.util.Set;

/**
 * What of all needs a caller sees besides the disclosed ones, in every status.
 *
 * @param counties codes of counties
 * @param offices codes of divisions whose counties all show
 */
public record NeedScope(boolean everything, Set<String> counties, Set<String> offices) {

    /** Does it hold anything at all? */
    boolean empty() {
        return !everything && counties.isEmpty() && offices.isEmpty();
    }
}
