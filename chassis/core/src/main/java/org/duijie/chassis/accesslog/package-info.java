/** One line for each request, without anything that tells who a person is. */
@NullMarked
package org.duijie.chassis.accesslog;

import org.jspecify.annotations.NullMarked;
