@NullMarked
package org.duijie.sample;

import org.jspecify.annotations.NullMarked;
