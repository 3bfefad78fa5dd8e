@NullMarked
package org.duijie.local.identity;

import org.jspecify.annotations.NullMarked;
