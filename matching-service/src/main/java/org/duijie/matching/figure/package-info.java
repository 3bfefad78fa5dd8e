/** What operators are told of every channel, by the same names. */
@NullMarked
package org.duijie.matching.figure;

import org.jspecify.annotations.NullMarked;
