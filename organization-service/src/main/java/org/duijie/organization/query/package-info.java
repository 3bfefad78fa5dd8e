/** Reads query parameters, so that a slip is answered with its place and what would be right. */
@NullMarked
package org.duijie.organization.query;

import org.jspecify.annotations.NullMarked;
