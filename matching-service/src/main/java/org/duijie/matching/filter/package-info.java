/** One language in which searches, subscriptions, feeds and back-tests say which needs are meant. */
@NullMarked
package org.duijie.matching.filter;

import org.jspecify.annotations.NullMarked;
