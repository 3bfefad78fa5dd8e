/** Streams as feeds: what a feed reader takes, with the numbers that every other channel has. */
@NullMarked
package org.duijie.matching.delivery.feed;

import org.jspecify.annotations.NullMarked;
