/** What holds for every answer, whoever gives it. */
@NullMarked
package org.duijie.gateway.door;

import org.jspecify.annotations.NullMarked;
