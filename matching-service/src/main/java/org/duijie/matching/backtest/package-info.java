/** What an offer or a wish would have brought over the needs that were public in the past. */
@NullMarked
package org.duijie.matching.backtest;

import org.jspecify.annotations.NullMarked;
