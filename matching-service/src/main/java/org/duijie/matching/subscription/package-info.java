/** What an organization wants to be told: its standing wish, what matches it now, and the numbered stream of changes. */
@NullMarked
package org.duijie.matching.subscription;

import org.jspecify.annotations.NullMarked;
