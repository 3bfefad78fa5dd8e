/** Who may sign in to the local run: its realm, its accounts and their tokens. */
@NullMarked
package org.duijie.local.identity;

import org.jspecify.annotations.NullMarked;
