/**
 * Change feeds for those who keep a copy: where one is, and what comes after. Together with an {@link
 * org.duijie.chassis.export export} they miss nothing.
 *
 * <p>Read {@link org.duijie.chassis.feed.FeedPosition} first.
 */
@NullMarked
package org.duijie.chassis.feed;

import org.jspecify.annotations.NullMarked;
