/** The judgement of a pair of need and offer, and the ranking of pairs: a pure function of the facts. */
@NullMarked
package org.duijie.matching.match;

import org.jspecify.annotations.NullMarked;
