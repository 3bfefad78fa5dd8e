/** Values of query parameters, read strictly. */
@NullMarked
package org.duijie.chassis.query;

import org.jspecify.annotations.NullMarked;
