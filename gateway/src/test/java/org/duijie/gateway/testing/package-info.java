/** A suite without services: stubs in their places. */
@NullMarked
package org.duijie.gateway.testing;

import org.jspecify.annotations.NullMarked;
