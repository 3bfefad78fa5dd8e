/** Money: fen inside, decimal strings outside, never a floating-point number. */
@NullMarked
package org.duijie.project.money;

import org.jspecify.annotations.NullMarked;
