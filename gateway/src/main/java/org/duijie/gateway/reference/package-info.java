/** One OpenAPI document of the whole suite, and the page that shows it. */
@NullMarked
package org.duijie.gateway.reference;

import org.jspecify.annotations.NullMarked;
