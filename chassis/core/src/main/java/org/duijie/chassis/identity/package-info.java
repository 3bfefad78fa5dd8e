/** Who is calling, read from the verified token, and for whom they may act. */
@NullMarked
package org.duijie.chassis.identity;

import org.jspecify.annotations.NullMarked;
