/**
 * Needs for those who keep a copy: everything at once (export), and from there on every change (feed). Together they
 * miss nothing.
 *
 * <p>Read {@link org.duijie.chassis.feed.FeedPosition} first.
 */
@NullMarked
package org.duijie.project.feed;

import org.jspecify.annotations.NullMarked;
