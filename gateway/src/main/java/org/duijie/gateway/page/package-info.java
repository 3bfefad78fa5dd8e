/** How pages for people look. */
@NullMarked
package org.duijie.gateway.page;

import org.jspecify.annotations.NullMarked;
