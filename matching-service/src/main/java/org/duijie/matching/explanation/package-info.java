/** Why a pair matches, why it does not, and the smallest change that would turn it. */
@NullMarked
package org.duijie.matching.explanation;

import org.jspecify.annotations.NullMarked;
