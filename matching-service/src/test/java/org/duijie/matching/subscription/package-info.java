@NullMarked
package org.duijie.matching.subscription;

import org.jspecify.annotations.NullMarked;
