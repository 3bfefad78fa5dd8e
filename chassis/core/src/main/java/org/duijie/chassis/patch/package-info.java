/** Changes in part, as JSON Merge Patch (RFC 7396). */
@NullMarked
package org.duijie.chassis.patch;

import org.jspecify.annotations.NullMarked;
