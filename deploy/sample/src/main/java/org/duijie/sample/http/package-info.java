/** How the sample talks to the suite: signed in, over HTTP, through the gateway. */
@NullMarked
package org.duijie.sample.http;

import org.jspecify.annotations.NullMarked;
