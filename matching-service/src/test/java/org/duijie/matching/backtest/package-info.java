@NullMarked
package org.duijie.matching.backtest;

import org.jspecify.annotations.NullMarked;
