/** From a path to the service that owns it, and back. */
@NullMarked
package org.duijie.gateway.route;

import org.jspecify.annotations.NullMarked;
